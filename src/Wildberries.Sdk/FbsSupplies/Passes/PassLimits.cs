using System.Runtime.CompilerServices;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>What WB takes for a pass. A driver's name and number plate stay out of messages.</summary>
internal static class PassLimits
{
    public const int MaxCarModel = 100;

    private const int MinName = 6;
    private const int MaxName = 100;
    private const int MinCarNumber = 6;
    private const int MaxCarNumber = 9;

    /// <summary>What a pass is asked for with.</summary>
    /// <exception cref="ArgumentException">WB would refuse it.</exception>
    public static PassRequest Request(string firstName, string lastName, string carModel, string carNumber, long officeId)
    {
        Argument.Text(firstName);
        Argument.Text(lastName);
        Names(firstName, lastName, nameof(lastName));
        return new PassRequest
        {
            FirstName = firstName,
            LastName = lastName,
            CarModel = Argument.Text(carModel, MaxCarModel),
            CarNumber = CarNumber(carNumber, nameof(carNumber)),
            OfficeId = Argument.Id(officeId),
        };
    }

    /// <summary>The names of a driver, together.</summary>
    public static void Names(string firstName, string lastName, string name)
    {
        int length = Argument.Characters(firstName) + Argument.Characters(lastName);
        if (length is < MinName or > MaxName)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"First and last name have {length} characters together; WB takes {MinName} to {MaxName}."), name);
        }
    }

    public static string CarNumber(string? number, [CallerMemberName] string name = "")
    {
        Argument.Text(number, name: name);
        return number!.Length is >= MinCarNumber and <= MaxCarNumber && number.All(char.IsLetterOrDigit)
            ? number
            : throw new ArgumentException(
                FormattableString.Invariant($"A number plate has {MinCarNumber} to {MaxCarNumber} letters and digits, without spaces and signs."), name);
    }
}
