namespace ChatDesk;

/// <summary>Drafts the answer to a review or question. A draft is text in a box: a person reads, changes and sends it, or not.</summary>
internal interface IAnswerDrafter
{
    Task<AnswerDraft> DraftAsync(BuyerPost post, CancellationToken cancellationToken);
}

/// <summary>A draft.</summary>
/// <param name="Text">The text.</param>
/// <param name="ByModel">Whether a model wrote it; else it is a template.</param>
/// <param name="Fallback">Why it is a template though there is a model; null: there is none, or it wrote the draft.</param>
internal sealed record AnswerDraft(string Text, bool ByModel = false, DraftFallback? Fallback = null);

/// <summary>What the model did in the place of a draft.</summary>
internal enum DraftFallback
{
    /// <summary>It took too long.</summary>
    Slow,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It gave nothing that WB would take.</summary>
    Unusable,
}
