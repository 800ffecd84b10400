using System.Globalization;

namespace Wildberries.Sdk.Redis.Tests;

/// <summary>What a process says at its end.</summary>
/// <param name="Answered">Calls that were answered.</param>
/// <param name="Refused">Calls that were refused because Redis was out of reach.</param>
/// <param name="Stalled">How long it stood still at the worst.</param>
internal sealed record WorkerReport(int Answered, int Refused, TimeSpan Stalled)
{
    public static WorkerReport Parse(string line)
    {
        int[] numbers = [.. line.Split(' ').Select(word => int.Parse(word.Split('=')[1], CultureInfo.InvariantCulture))];
        return new(numbers[0], numbers[1], TimeSpan.FromMilliseconds(numbers[2]));
    }
}
