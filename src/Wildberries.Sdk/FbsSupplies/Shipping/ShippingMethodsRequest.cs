using System.Text.Json.Serialization;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>Shipping parameters of supplies.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.</remarks>
public sealed record ShippingMethodsRequest : ICheckedRequest
{
    /// <summary>The parameters, of at most 100 supplies.</summary>
    /// <exception cref="ArgumentException">
    /// There are none, or more than 100, or a supply stands there twice; or one has no id, no day, no point or nobody to bring it. The message names it.
    /// </exception>
    [JsonPropertyName("data")]
    public required IReadOnlyList<ShippingMethod> Supplies
    {
        get;
        init => field = SupplyLimits.Methods(value);
    }

    void ICheckedRequest.Check(TimeProvider clock, string name)
    {
        DateOnly today = MoscowTime.Today(clock);
        if (Supplies.FirstOrDefault(supply => supply.Date < today) is { } early)
            throw new ArgumentException(FormattableString.Invariant($"The supply \"{SafeText.Given(early.SupplyId)}\" is to be brought on {early.Date:yyyy-MM-dd}, and that day is over."), name);
    }
}
