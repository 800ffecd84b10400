namespace Wildberries.Sdk.Answers;

/// <summary>Where a buyer is answered.</summary>
public enum AnswerChannel
{
    /// <summary>A message in a chat.</summary>
    Chat,

    /// <summary>The answer to a review.</summary>
    Feedback,

    /// <summary>The answer to a question about a product.</summary>
    Question,
}
