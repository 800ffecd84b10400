using System.Text.Json.Serialization;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsOrders;

/// <summary>Where sizes are to go back to.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/autoreturnSettings"/>.</remarks>
public sealed record ChangeAutoReturnsRequest
{
    /// <summary>The sizes' numbers at WB, 1 to 1,000; one that is named twice counts once.</summary>
    /// <exception cref="ArgumentException">There are none or too many, or one is not positive.</exception>
    [JsonPropertyName("chrtIds")]
    public required IReadOnlyList<long> ChrtIds
    {
        get => field ?? [];
        init => field = Argument.List(Argument.Ids(value, nameof(ChrtIds)), 1, 1_000);
    }

    /// <summary><see cref="AutoReturnDestination.Warehouse"/> or <see cref="AutoReturnDestination.PickupPoint"/>.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    [JsonPropertyName("type")]
    public required AutoReturnDestination Destination
    {
        get;
        init => field = value.CanBeSet()
            ? value
            : throw new ArgumentException($"It is \"{SafeText.Given(value.ToString())}\"; WB takes {AutoReturnDestination.Warehouse} and {AutoReturnDestination.PickupPoint}.", nameof(Destination));
    }
}
