using Wildberries.Sdk.Contract;

return Commands.Run(args, Console.Out, Console.Error);
