namespace Wildberries.Sdk.Answers;

/// <summary>What <see cref="AnswerSender.ReconcileAsync"/> found out about answers that were not completed.</summary>
public sealed record AnswerReconciliation
{
    /// <summary>Those that are at WB: they are completed now, as sent.</summary>
    public IReadOnlyList<BuyerAnswer> Sent { get => field ?? []; init; } = [];

    /// <summary>
    /// Those that are not at WB, or whose review or question WB did not show in a form that can be read, and that began long enough ago: nobody knows whether they were sent. They stay as they are, and are not sent again. Look at
    /// the chat, review or question, and complete them with <see cref="IAnswerStore.CompleteAnswerAsync"/>.
    /// </summary>
    public IReadOnlyList<BuyerAnswer> Unknown { get => field ?? []; init; } = [];

    /// <summary>Those that began so lately that another call may be sending them right now.</summary>
    public IReadOnlyList<BuyerAnswer> InFlight { get => field ?? []; init; } = [];
}
