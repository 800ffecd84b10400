using System.Net;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Errors;

/// <summary>The one place that decides what an answer, or its absence, says of a call. When in doubt: unknown.</summary>
internal static class DeliveryRules
{
    /// <summary>What an answer says of the request that it answers.</summary>
    /// <param name="status">The answer's status.</param>
    /// <param name="operation">The operation, which may know a status that WB uses in a way of its own.</param>
    /// <returns>What became of the request.</returns>
    public static Delivery Of(HttpStatusCode status, WildberriesOperation? operation = null) => (int)status switch
    {
        // WB says that all is well; what is wrong is the answer. 208 is among them: WB has it already.
        >= 200 and < 300 => Delivery.Answered,

        // WB does not redirect. Who does, and before or after the work, is not known.
        < 400 => Delivery.Unknown,

        // Somebody on the way gave up waiting: for the request, or for what WB makes of it.
        408 or 499 => Delivery.Unknown,

        // WB documents this one as something unexpected.
        < 500 when status == operation?.UnclearStatus => Delivery.Unknown,

        // Values (400, 422), token (401, 402, 403), address (404), state (409), size (413), limit (429), moderation (451) are looked at before anything is done.
        < 500 => Delivery.Refused,

        // Failed within the work, or behind a gateway that does not know: 503 as well, for WB's gateways answer it for services that have the request.
        _ => Delivery.Unknown,
    };

    /// <summary>What a failure says of a request that was handed to the network.</summary>
    /// <param name="failure">What the network threw.</param>
    /// <param name="isWritten">Whether the request, or its beginning, may have left this process.</param>
    /// <returns>What became of the request.</returns>
    public static Delivery Of(Exception failure, bool isWritten) => failure switch
    {
        _ when !isWritten => Delivery.NotSent,

        // These come before anything is written, also where the handler does not tell when it writes.
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError,
        } => Delivery.NotSent,
        _ => Delivery.Unknown,
    };
}
