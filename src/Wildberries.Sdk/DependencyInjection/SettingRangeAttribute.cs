using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Wildberries.Sdk.DependencyInjection;

/// <summary>
/// A range of times or counts. The framework's own attribute finds the type's converter by reflection, which trimming may remove, and
/// reads its bounds in the current culture.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SettingRangeAttribute : ValidationAttribute
{
    private readonly IComparable _minimum;
    private readonly IComparable _maximum;

    public SettingRangeAttribute(string minimum, string maximum)
    {
        _minimum = TimeSpan.Parse(minimum, CultureInfo.InvariantCulture);
        _maximum = TimeSpan.Parse(maximum, CultureInfo.InvariantCulture);
    }

    public SettingRangeAttribute(int minimum, int maximum)
    {
        _minimum = minimum;
        _maximum = maximum;
    }

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is null || (_minimum.CompareTo(value) <= 0 && _maximum.CompareTo(value) >= 0)
            ? ValidationResult.Success
            : new ValidationResult(
                string.Create(CultureInfo.InvariantCulture, $"{validationContext.DisplayName.Replace('.', ':')} must be from {_minimum} to {_maximum}; it is {value}."),
                validationContext.MemberName is { } member ? [member] : null);
}
