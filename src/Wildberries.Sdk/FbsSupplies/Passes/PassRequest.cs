using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>A driver, a car, and the WB warehouse that they come to.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsPasses"/>.</remarks>
public sealed record PassRequest : ICheckedRequest
{
    /// <summary>The driver's first name. First and last name together have 6 to 100 characters.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [JsonPropertyName("firstName")]
    public required string FirstName { get; init => field = Argument.Text(value, name: nameof(FirstName)); }

    /// <summary>The driver's last name.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [JsonPropertyName("lastName")]
    public required string LastName { get; init => field = Argument.Text(value, name: nameof(LastName)); }

    /// <summary>The make of the car, at most 100 characters.</summary>
    /// <exception cref="ArgumentException">It is blank, or too long.</exception>
    [JsonPropertyName("carModel")]
    public required string CarModel { get; init => field = Argument.Text(value, PassLimits.MaxCarModel, nameof(CarModel)); }

    /// <summary>The number plate: 6 to 9 letters and digits, nothing else.</summary>
    /// <exception cref="ArgumentException">It is not that.</exception>
    [JsonPropertyName("carNumber")]
    public required string CarNumber { get; init => field = PassLimits.CarNumber(value); }

    /// <summary>The WB warehouse: <see cref="PassOffice.Id"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    [JsonPropertyName("officeId")]
    public required long OfficeId { get; init => field = Argument.Id(value, nameof(OfficeId)); }

    void ICheckedRequest.Check(TimeProvider clock, string name) => PassLimits.Names(FirstName, LastName, name);

    /// <summary>The warehouse, without the driver and the car.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => FormattableString.Invariant($"PassRequest {{ OfficeId = {OfficeId} }}");
}
