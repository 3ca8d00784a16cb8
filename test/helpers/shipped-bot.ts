// The bot, the knowledge and the training of the shipped topics, shared with the measurements.
export * from '../../bench/shared/shipped-bot.js';
