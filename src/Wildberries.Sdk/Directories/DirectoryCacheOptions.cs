namespace Wildberries.Sdk.Directories;

/// <summary>How long a <see cref="DirectoryCache"/> keeps what WB said, and how much.</summary>
public sealed record DirectoryCacheOptions
{
    /// <summary>How long colours, countries, genders, seasons and VAT rates are kept; longer than zero, at most 31 days.</summary>
    /// <value>The default is two days.</value>
    public TimeSpan DirectoryLifetime { get; init; } = TimeSpan.FromDays(2);

    /// <summary>How long the characteristics of a subject are kept; longer than zero, at most 31 days.</summary>
    /// <value>The default is four hours.</value>
    public TimeSpan CharacteristicsLifetime { get; init; } = TimeSpan.FromHours(4);

    /// <summary>How many rows are kept at most, all lists together: 1,000 or more. What does not fit is asked for each time.</summary>
    /// <value>The default is 100,000: the colours, and the characteristics of more than a thousand subjects.</value>
    public int MaxRows { get; init; } = 100_000;

    internal DirectoryCacheOptions Checked(string parameterName)
    {
        Lifetime(DirectoryLifetime, nameof(DirectoryLifetime), parameterName);
        Lifetime(CharacteristicsLifetime, nameof(CharacteristicsLifetime), parameterName);
        return MaxRows >= 1000 ? this : throw new ArgumentOutOfRangeException(parameterName, MaxRows, $"{nameof(MaxRows)} must be at least 1,000.");
    }

    private static void Lifetime(TimeSpan lifetime, string option, string parameterName)
    {
        if (lifetime <= TimeSpan.Zero || lifetime > TimeSpan.FromDays(31))
            throw new ArgumentOutOfRangeException(parameterName, lifetime, $"{option} must be longer than zero and at most 31 days.");
    }
}
