using System.Globalization;
using Wildberries.Sdk.Worker;

// One process of a seller's. Tests start it, several times over, and kill it: dotnet Wildberries.Sdk.Worker.dll MODE name=value ...
// It ends when its standard input does, so that none is left over when the tests are killed themselves.
Dictionary<string, string> settings = args.Skip(1).Select(argument => argument.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
return args.FirstOrDefault() switch
{
    "answers" => await AnswerHandler.RunAsync(settings),
    "callers" => await Callers.RunAsync(settings),
    "chat" => await ChatHandler.RunAsync(settings),
    "hand-over" => await HandOverHandler.RunAsync(settings),
    "promo-codes" => await PromoCodeHandler.RunAsync(settings),
    "state" => await StateWriter.RunAsync(settings),
    "stocks" => await StockHandler.RunAsync(settings),
    _ => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The mode must be answers, callers, chat, hand-over, promo-codes, state or stocks; it is {args.FirstOrDefault()}.")),
};
