// The bot, the knowledge and the training of the topics that ship, as the measurements use them too.
export * from '../../bench/shared/shipped-bot.js';
