namespace Wildberries.Sdk.Cards;

/// <summary>A card on its way through a creation.</summary>
/// <param name="groupIndex">The place of its group.</param>
/// <param name="vendorCode">Its article.</param>
internal sealed class CreatedCard(int groupIndex, string vendorCode)
{
    public string VendorCode => vendorCode;

    public CardCreationOutcome Outcome { get; private set; } = CardCreationOutcome.NotSent;

    public string? Reason { get; private set; }

    public IReadOnlyList<CardProblem> Problems { get; private set; } = [];

    /// <summary>Whether WB has it or may have it, and nobody knows yet what became of it.</summary>
    public bool IsOpen => Outcome is CardCreationOutcome.Unknown or CardCreationOutcome.Processing;

    /// <summary>Whether WB's list of errors named it after it was taken. A card that WB shows all the same is there: the error may be of another attempt.</summary>
    public bool IsRefusedLater { get; private set; }

    /// <summary>Whether WB may show it: it was sent, or whoever stored what is known did not live to see that it was.</summary>
    public bool MayAppear => IsOpen || IsRefusedLater || this is { Outcome: CardCreationOutcome.NotSent, Reason: null };

    private long? NmId { get; set; }

    private long? ImtId { get; set; }

    public static CreatedCard Of(CardCheckRow row)
    {
        var card = new CreatedCard(row.GroupIndex, row.VendorCode) { Problems = row.Problems };
        if (!row.IsRefused)
            return card;
        bool isOfOther = row.Problems.All(problem => problem.IsWarning || problem.Fault == CardFault.GroupRefused);
        card.Outcome = isOfOther ? CardCreationOutcome.NotSent : CardCreationOutcome.Refused;
        card.Reason = string.Join(" ", row.Problems.Where(problem => !problem.IsWarning).Select(problem => problem.Message));
        return card;
    }

    public static CreatedCard Of(CardCreationRow row) => new(row.GroupIndex, row.VendorCode)
    {
        Outcome = row.Outcome,
        Reason = row.Reason,
        Problems = row.Problems,
        NmId = row.NmId,
        ImtId = row.ImtId,
    };

    public void Exists(long nmId, long? imtId, string? reason) => (Outcome, NmId, ImtId, Reason) = (CardCreationOutcome.Exists, nmId, imtId, reason);

    public void Created(long nmId, long? imtId, string? reason) => (Outcome, NmId, ImtId, Reason, IsRefusedLater) = (CardCreationOutcome.Created, nmId, imtId, reason, false);

    /// <summary>WB's list of errors names it.</summary>
    public void RefuseLater(string reason)
    {
        Refuse(reason);
        IsRefusedLater = true;
    }

    public void Refuse(string reason) => (Outcome, Reason) = (CardCreationOutcome.Refused, reason);

    /// <summary>The check missed it: it is only known once the request is put together.</summary>
    public void Refuse(CardProblem problem)
    {
        Problems = [.. Problems, problem];
        Refuse(problem.Message);
    }

    public void NotSent(string? reason) => (Outcome, Reason) = (CardCreationOutcome.NotSent, reason);

    /// <summary>WB may have it, and nobody can say.</summary>
    public void Unknown(string reason) => (Outcome, Reason) = (CardCreationOutcome.Unknown, reason);

    /// <summary>WB has taken it.</summary>
    public void Taken() => (Outcome, Reason) = (CardCreationOutcome.Processing, null);

    public CardCreationRow ToRow() => new()
    {
        GroupIndex = groupIndex,
        VendorCode = vendorCode,
        Outcome = Outcome,
        NmId = NmId,
        ImtId = ImtId,
        Reason = Reason,
        Problems = Problems,
    };
}
