using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>A supply that was just created.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record CreatedSupply : WildberriesModel
{
    /// <summary>The supply's id, for example <c>WB-GI-1234567</c>; empty where WB sends none.</summary>
    [JsonPropertyName("id")]
    public string Id { get => field ?? ""; init; } = "";
}
