// What a picture shows: one scene, drawn as Slack draws it.
/// <reference types="vite/client" />
import { createRoot } from 'react-dom/client';
import { type Block, Message } from 'slack-blocks-to-jsx';
import 'slack-blocks-to-jsx/dist/style.css';
import './page.css';
import type { Line, Scene } from './scenes.js';

const DATA = {
  users: [
    { id: 'U00FAKEUSER1', name: 'Asha' },
    { id: 'U00FAKEUSER2', name: 'Ben' },
  ],
};

function Blocks({ blocks }: { readonly blocks: unknown }) {
  return <Message blocks={blocks as Block[]} name="" logo="" theme="light" data={DATA} withoutWrapper />;
}

function Spoken({ line }: { readonly line: Line }) {
  const isBot = line.blocks !== undefined;
  return (
    <article className="line">
      <div className={isBot ? 'face bot' : 'face'}>{isBot ? 'BC' : 'A'}</div>
      <div className="said">
        {line.isPrivate && <p className="private">Only visible to you</p>}
        <p className="name">
          {isBot ? 'Backend Career' : 'Asha'} {isBot && <span className="app">APP</span>}
        </p>
        {isBot ? <Blocks blocks={line.blocks} /> : <p>{line.text}</p>}
      </div>
    </article>
  );
}

function Picture({ scene }: { readonly scene: Scene }) {
  return (
    <main className={scene.kind}>
      <h1>{scene.place}</h1>
      {scene.lines.map((line, index) =>
        scene.kind === 'conversation' ? (
          <Spoken key={`${scene.name}${index.toString()}`} line={line} />
        ) : (
          <Blocks key={`${scene.name}${index.toString()}`} blocks={line.blocks} />
        ),
      )}
    </main>
  );
}

declare global {
  interface Window {
    scene: Scene;
  }
}

const root = document.getElementById('picture');
if (root) createRoot(root).render(<Picture scene={window.scene} />);
