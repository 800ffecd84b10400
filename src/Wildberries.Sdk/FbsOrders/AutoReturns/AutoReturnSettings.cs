using System.Text.Json.Serialization;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>Where the seller's products go back to: small ones, <see cref="Orders.CargoType.Small"/>.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.</remarks>
public sealed record AutoReturnSettings : WildberriesModel, ICheckedRequest
{
    /// <summary>The setting.</summary>
    [JsonPropertyName("type")]
    public AutoReturnMode Mode { get; init; }

    void ICheckedRequest.Check(TimeProvider clock, string name)
    {
        if (Mode != AutoReturnMode.AllToWarehouse && Mode != AutoReturnMode.AllToPickupPoint && Mode != AutoReturnMode.Manual)
            throw new ArgumentException($"The setting is \"{SafeText.Given(Mode.ToString())}\"; WB takes {AutoReturnMode.AllToWarehouse}, {AutoReturnMode.AllToPickupPoint} and {AutoReturnMode.Manual}.", name);
    }
}
