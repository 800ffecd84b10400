using System.Text;
using System.Text.Json.Nodes;

namespace Wildberries.Sdk.ContractTests.Prism;

/// <summary>Sends as a caller with a token would, and keeps what Prism thinks of the request and what it answered.</summary>
/// <param name="prefer">Prism's orders, for example <c>dynamic=true</c>, or null.</param>
/// <param name="mend">Given status and body, changes a JSON answer before the caller reads it, or null.</param>
internal sealed class PrismHandler(string? prefer, Action<int, JsonNode>? mend) : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>The rules of WB's document that the request broke.</summary>
    public List<string> RequestViolations { get; } = [];

    /// <summary>The rules of WB's document that the answer broke: WB's own example, or what Prism made up.</summary>
    public List<string> ResponseViolations { get; } = [];

    /// <summary>What was sent, without headers.</summary>
    public string Sent { get; private set; } = "nothing";

    /// <summary>The status, or null if nothing was answered.</summary>
    public int? Status { get; private set; }

    /// <summary>The answer, if it is JSON; as mended.</summary>
    public JsonNode? Json { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("Authorization", "a-token");
        if (prefer is not null)
            request.Headers.TryAddWithoutValidation("Prefer", prefer);
        Sent = $"{request.Method} {request.RequestUri!.PathAndQuery}";

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        Status = (int)response.StatusCode;
        if (response.Headers.NonValidated.TryGetValues("sl-violations", out var headers))
        {
            foreach (JsonNode? violation in headers.SelectMany(h => JsonNode.Parse(h)!.AsArray()))
            {
                List<string> list = violation!["location"]?[0]?.GetValue<string>() == "response" ? ResponseViolations : RequestViolations;
                list.Add(violation.ToJsonString());
            }
        }

        if (response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) == true)
        {
            Json = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            if (mend is not null && Json is not null)
            {
                mend((int)response.StatusCode, Json);
                response.Content = new StringContent(Json.ToJsonString(), Encoding.UTF8, "application/json");
            }
        }

        return response;
    }
}
