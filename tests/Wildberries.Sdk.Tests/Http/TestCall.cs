using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Tests.Http;

/// <summary>A call as the seller's handler begins it, for the tests of single steps.</summary>
internal static class TestCall
{
    public static CallContext Create(
        OperationAccess access = OperationAccess.Read,
        WildberriesCallOptions? options = null,
        TimeProvider? timeProvider = null,
        Func<WildberriesOperation, WildberriesOperation>? change = null,
        string? token = null)
    {
        WildberriesOperation operation = WildberriesOperations.Of<IBuyerChatApi>()
            .Single(one => one.MethodName == nameof(IBuyerChatApi.SendMessageAsync)) with
        { Access = access };
        var credentials = new WildberriesCredentials(token ?? TestTokens.Create());
        return new CallContext
        {
            Operation = change?.Invoke(operation) ?? operation,
            Seller = new Seller(new FixedCredentialsProvider(credentials), WildberriesEnvironment.Production),
            Options = options ?? new WildberriesCallOptions(),
            StartedAt = (timeProvider ?? TimeProvider.System).GetTimestamp(),
            Credentials = credentials,
        };
    }

    /// <summary>Sends the call through a step, or several.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this CallContext call, HttpMessageHandler step, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://buyer-chat-api.wildberries.ru/api/v1/seller/message");
        call.AttachTo(request);
        using var invoker = new HttpMessageInvoker(step, disposeHandler: false);
        return await invoker.SendAsync(request, cancellationToken);
    }
}
