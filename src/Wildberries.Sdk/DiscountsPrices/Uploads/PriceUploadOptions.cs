namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>How a <see cref="PriceUploader"/> waits. The rate limits are kept besides.</summary>
public sealed record PriceUploadOptions
{
    /// <summary>
    /// How long it waits before it first asks what became of the uploads, and each time after that; longer than zero, at most a day. While
    /// nothing is decided the pause doubles, up to a minute.
    /// </summary>
    /// <value>The default is three seconds.</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How long a call may take in all, from zero to 31 days; <see langword="null"/>: as long as WB needs. When it is over, nothing more is sent or
    /// asked; an upload that is being sent just then is not cut off.
    /// </summary>
    /// <value>The default is one hour.</value>
    public TimeSpan? MaxWait { get; init; } = TimeSpan.FromHours(1);

    internal PriceUploadOptions Checked(string parameterName)
    {
        if (PollInterval <= TimeSpan.Zero || PollInterval > TimeSpan.FromDays(1))
        {
            throw new ArgumentOutOfRangeException(
                parameterName, PollInterval, $"{nameof(PollInterval)} must be longer than zero and at most a day.");
        }

        if (MaxWait < TimeSpan.Zero || MaxWait > TimeSpan.FromDays(31))
            throw new ArgumentOutOfRangeException(parameterName, MaxWait, $"{nameof(MaxWait)} must be from zero to 31 days.");
        return this;
    }
}
