using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>The error bodies of WB's gateway and of the services behind it.</summary>
internal static class Problem
{
    public const string ContentType = "application/problem+json";

    private const string GatewayOrigin = "s2s-api-auth-catalog";

    /// <summary>The gateway's own refusal.</summary>
    public static Answer Gateway(int status, string title, string detail, DateTimeOffset now, string? code = null) => Answer.Json(
        status,
        new JsonObject
        {
            ["title"] = title,
            ["detail"] = detail,
            ["code"] = code ?? NewCode(),
            ["requestId"] = NewRequestId(),
            ["origin"] = GatewayOrigin,
            ["status"] = status,
            ["statusText"] = ReasonPhrases.GetReasonPhrase(status),
            ["timestamp"] = WireTime.Utc(now),
        },
        ContentType);

    /// <summary>A refusal by the chat service; its content type differs between operations.</summary>
    public static Answer Chat(int status, string title, string detail, string contentType)
    {
        var body = new JsonObject
        {
            ["status"] = status,
            ["title"] = title,
            ["origin"] = "proxy-chats",
            ["detail"] = detail,
            ["requestId"] = NewRequestId(),
        };
        if (status == 400)
            body["error"] = detail;
        return Answer.Json(status, body, contentType);
    }

    /// <summary>A refusal by one of the services behind the gateway.</summary>
    public static Answer Service(string origin, string detail) => Answer.Json(
        400,
        new JsonObject { ["detail"] = detail, ["origin"] = origin, ["requestId"] = NewRequestId(), ["title"] = "Bad Request" },
        ContentType);

    /// <summary>A service knows nothing by the id in the path.</summary>
    public static Answer NotFound(string origin, string detail) => Answer.Json(
        404,
        new JsonObject { ["detail"] = detail, ["origin"] = origin, ["requestId"] = NewRequestId(), ["status"] = 404, ["title"] = "Not Found" },
        ContentType);

    public static string NewRequestId() => Guid.NewGuid().ToString("N");

    private static string NewCode()
    {
        string random = Guid.NewGuid().ToString("N");
        return $"{random[..8]}--{random[8..20]}-[EM-{random[20..]}]";
    }
}
