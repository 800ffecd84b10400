namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>What one operation of the emulator does.</summary>
internal sealed record Handler(OperationPattern Pattern, Func<HandlerRequest, CancellationToken, ValueTask<Answer>> Run)
{
    public static Handler For(string operation, Func<HandlerRequest, Answer> run) =>
        new(OperationPattern.Parse(operation), (request, _) => new ValueTask<Answer>(run(request)));
}
