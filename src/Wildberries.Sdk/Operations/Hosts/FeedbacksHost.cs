using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Operations.Hosts;

/// <summary>Reviews and questions of buyers, and pinned reviews: <c>feedbacks-api</c>.</summary>
[WildberriesApi("https://feedbacks-api.wildberries.ru", SandboxHost = "https://feedbacks-api-sandbox.wildberries.ru")]
[SharedRateLimit(FeedbacksAndQuestions, 3, 1, 6, Tokens = TokenKinds.Personal | TokenKinds.Service | TokenKinds.BaseWithSecret)]
[SharedRateLimit(FeedbacksAndQuestions, 5, 3600, 1, Tokens = TokenKinds.Base)]
public static class FeedbacksHost
{
    /// <summary>All methods of the category "Feedbacks and Questions" but the seller's rating.</summary>
    public const string FeedbacksAndQuestions = "Feedbacks and Questions";
}
