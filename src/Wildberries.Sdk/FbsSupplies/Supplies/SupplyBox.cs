using System.Text.Json.Serialization;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>A box of a supply.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record SupplyBox : WildberriesModel
{
    /// <summary>The box's id, for example <c>WB-TRBX-1234567</c>; empty where WB sends none.</summary>
    [JsonPropertyName("id")]
    public string Id { get => field ?? ""; init; } = "";
}
