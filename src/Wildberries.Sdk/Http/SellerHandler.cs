using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Http;

/// <summary>The only handler that a client has of its own: says whose call it is and with which options, checks its arguments, then hands over to the shared chain.</summary>
internal sealed class SellerHandler(WildberriesRuntime runtime, Seller seller, WildberriesCallOptions options) : DelegatingHandler(runtime.Pipeline)
{
    private static readonly HttpRequestOptionsKey<Type> InterfaceType = new(Refit.HttpRequestMessageOptions.InterfaceType);
    private static readonly HttpRequestOptionsKey<string> MethodName = new(Refit.HttpRequestMessageOptions.MethodName);
    private static readonly HttpRequestOptionsKey<object?[]> Arguments = new(Refit.HttpRequestMessageOptions.MethodArguments);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(InterfaceType, out Type? type) || !request.Options.TryGetValue(MethodName, out string? method))
            throw new InvalidOperationException("The request was not made by a Refit interface, so the SDK does not know which operation it is.");

        WildberriesOperation operation = runtime.Operations.Operation(type, method);
        if (request.Options.TryGetValue(Arguments, out object?[]? arguments))
        {
            operation.Parameters.Check(arguments, runtime.TimeProvider);

            // Nobody else needs them, and a handler of the user's is not to see a buyer's text by their way.
            ((IDictionary<string, object?>)request.Options).Remove(Arguments.Key);
        }

        new CallContext
        {
            Operation = operation,
            Seller = seller,
            Options = options,
            StartedAt = runtime.TimeProvider.GetTimestamp(),
        }.AttachTo(request);
        return base.SendAsync(request, cancellationToken);
    }
}
