using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbwSupplies;

/// <summary>A product of which a supply is planned.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbw#tag/informationForFormingSupplies"/>.</remarks>
public sealed record AcceptanceProduct : ICheckedRequest
{
    /// <summary>The barcode of the card.</summary>
    [JsonPropertyName("barcode")]
    public required string Barcode { get; init; }

    /// <summary>How many units: 1 to 999,999.</summary>
    [JsonPropertyName("quantity")]
    public required int Quantity { get; init; }

    void ICheckedRequest.Check(TimeProvider clock, string name)
    {
        Argument.Text(Barcode, name: name);
        if (Quantity is < 1 or > FbwSupplyLimits.MaxQuantity)
            throw new ArgumentOutOfRangeException(name, Quantity, "A quantity is 1 to 999,999.");
    }
}
