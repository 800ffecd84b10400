using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Telemetry;

namespace Wildberries.Sdk.Authentication;

/// <summary>Refuses before the network what WB would refuse, and says what the token has and what the operation needs.</summary>
internal sealed class TokenGuardHandler(TimeProvider timeProvider, WildberriesTelemetry telemetry) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext call = CallContext.Of(request);
        if (Check(call) is { } refusal)
        {
            telemetry.Refused(call, refusal is WildberriesUnauthorizedException ? "expired" : "access");
            return Task.FromException<HttpResponseMessage>(refusal);
        }

        return base.SendAsync(request, cancellationToken);
    }

    private WildberriesApiException? Check(CallContext call)
    {
        WildberriesOperation operation = call.Operation;
        WildberriesToken token = call.Credentials.Token;

        if (call.Environment == WildberriesEnvironment.Sandbox)
        {
            if (operation.SandboxHost is null)
                return Refuse(call, "WB has no sandbox for it");
            if (!token.IsTest)
                return Refuse(call, $"the sandbox takes test tokens only, and this is a {token.Type} token");
        }
        else if (token.IsTest)
        {
            return Refuse(call, "a test token works in the sandbox only (set Environment to Sandbox)");
        }

        if (!token.Allows(operation.Category))
            return Refuse(call, $"it needs the category {operation.Category.Describe(", ")}; the token has {token.Categories.Describe(", ")}");
        if (operation.Access == OperationAccess.Write && token.IsReadOnly)
            return Refuse(call, "it writes, and the token is read-only");

        // Test tokens stand outside the table of kinds, and a token that does not say its type is WB's to judge.
        if (!token.IsTest && token.Type != TokenType.Unknown && (operation.TokenKinds & call.Credentials.Kind) == 0)
            return Refuse(call, $"it takes tokens of type {operation.TokenKinds}; this one is {call.Credentials.Kind}");
        return token.IsExpired(timeProvider) ? WildberriesExceptionFactory.Expired(call) : null;
    }

    private static WildberriesAccessException Refuse(CallContext call, string reason) =>
        new($"{call.Operation.Name} was not sent: {reason}.")
        {
            Operation = call.Operation.Name,
            Delivery = Delivery.NotSent,
            RequiredCategory = call.Operation.Category,
            TokenCategories = call.Credentials.Token.Categories,
            AllowedTokenKinds = call.Operation.TokenKinds,
            TokenType = call.Credentials.Token.Type,
        };
}
