using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>How a <see cref="FbsHandOver"/> works. They are not stored: give the same ones when you go on.</summary>
public sealed record HandOverOptions
{
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(31);

    /// <summary>
    /// Whether supplies are handed over. If not, it ends when the orders are in supplies and marked, so that they can be packed first; one whose required label
    /// identifier is missing waits there and is not refused, for it may be scanned while it is packed. Going on with <see langword="true"/> hands them over.
    /// </summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Deliver { get; init; } = true;

    /// <summary>
    /// Whether orders that are in another open supply may be taken out of it. WB does that without a word; without this such an order is refused.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool MovesOrders { get; init; }

    /// <summary>
    /// Whether an order that WB does not let go (a label identifier is missing or refused) is moved to a supply of its own, which stays open, so that
    /// the others of its supply can be handed over. If not, its whole supply waits.
    /// </summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool SetsAside { get; init; } = true;

    /// <summary>
    /// Gives a supply its shipping parameters; WB demands them of supplies from Russia to Russia. <see langword="null"/>, or a result that is
    /// <see langword="null"/>: none are set.
    /// </summary>
    /// <value>The default is <see langword="null"/>.</value>
    public Func<PlannedSupply, SupplyShipping?>? Shipping { get; init; }

    /// <summary>
    /// Gives a supply that goes to a pickup point its boxes: at least one, and at most half as many as it has orders. It is not asked for supplies that
    /// <see cref="Shipping"/> sends to another place. Where orders fall away on the way, as many as WB takes are added. <see langword="null"/>: none has any.
    /// </summary>
    /// <value>The default is <see langword="null"/>.</value>
    public Func<PlannedSupply, int>? BoxCount { get; init; }

    /// <summary>Which stickers and QR codes come with the result; <see langword="null"/>: none.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public StickerOptions? Labels { get; init; }

    /// <summary>What the names of the supplies begin with, at most 80 characters; <see langword="null"/>: with the name of the hand-over.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public string? SupplyName { get; init; }

    /// <summary>
    /// How long WB's check of label identifiers is waited for, from zero to 31 days. What is still being checked then is set aside. WB needs up to half an hour
    /// for a UIN.
    /// </summary>
    /// <value>The default is 35 minutes.</value>
    public TimeSpan MaxMarkingWait { get; init; } = TimeSpan.FromMinutes(35);

    /// <summary>How long it waits before it asks again about what WB is still working on, longer than zero, at most a day. The pause doubles, up to a minute.</summary>
    /// <value>The default is five seconds.</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a call whose answer was lost can still take effect at WB, from zero to a day. So long a supply or boxes that may have been made are looked for
    /// before they are made again.
    /// </summary>
    /// <value>The default is two minutes.</value>
    public TimeSpan MaxSendTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long a call may take in all, from zero to 31 days; <see langword="null"/>: as long as it needs. When it is over, nothing more is sent; going on later
    /// begins where it ended.
    /// </summary>
    /// <value>The default is two hours.</value>
    public TimeSpan? MaxWait { get; init; } = TimeSpan.FromHours(2);

    internal HandOverOptions Checked(string parameterName)
    {
        Check(MaxMarkingWait, TimeSpan.Zero, LongestTime, nameof(MaxMarkingWait), parameterName);
        Check(PollInterval, TimeSpan.FromTicks(1), TimeSpan.FromDays(1), nameof(PollInterval), parameterName);
        Check(MaxSendTime, TimeSpan.Zero, TimeSpan.FromDays(1), nameof(MaxSendTime), parameterName);
        Check(MaxWait ?? TimeSpan.Zero, TimeSpan.Zero, LongestTime, nameof(MaxWait), parameterName);
        if (SupplyName is not null)
            Requests.Argument.Text(SupplyName, HandOverNames.MaxPrefix, parameterName);
        Labels?.Check(parameterName);
        return this;
    }

    private static void Check(TimeSpan time, TimeSpan least, TimeSpan most, string option, string parameterName)
    {
        if (time < least || time > most)
            throw new ArgumentOutOfRangeException(parameterName, time, FormattableString.Invariant($"{option} must be from {least:c} to {most:c}."));
    }
}
