namespace Wildberries.Sdk.PromoCodes;

/// <summary>What <see cref="PromoCodeSender.ReconcileAsync"/> found out about sends that were not completed.</summary>
public sealed record PromoCodeReconciliation
{
    /// <summary>Those whose message is among the chat's events: they are completed now, as sent.</summary>
    public IReadOnlyList<PromoCodeSend> Sent { get => field ?? []; init; } = [];

    /// <summary>
    /// Those whose message is not among the events, and that began long enough ago: nobody knows whether they were sent. They stay as they
    /// are, and are not sent again. Look into the chat, and complete them with <see cref="IPromoCodeStore.CompleteSendAsync"/>.
    /// </summary>
    public IReadOnlyList<PromoCodeSend> Unknown { get => field ?? []; init; } = [];

    /// <summary>Those that began so lately that another call may be sending them right now.</summary>
    public IReadOnlyList<PromoCodeSend> InFlight { get => field ?? []; init; } = [];
}
