namespace Wildberries.Sdk.PromoCodes;

/// <summary>Tells what a buyer wants and in what mood. You bring it: the SDK understands no texts.</summary>
public interface IChatClassifier
{
    /// <summary>Classifies a buyer's text.</summary>
    /// <param name="text">What the buyer wrote: personal data, not for logs.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What the buyer wants and the mood; a default intent if that cannot be told.</returns>
    Task<ChatClassification> ClassifyAsync(string text, CancellationToken cancellationToken = default);
}
