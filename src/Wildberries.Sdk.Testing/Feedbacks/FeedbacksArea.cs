using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The reviews of feedbacks-api.</summary>
internal sealed class FeedbacksArea(EmulatedFeedbacks feedbacks, EmulatedSeller seller, TimeProvider time)
    : EmulatedArea(typeof(IFeedbacksApi), FeedbacksJsonContext.Default)
{
    public override IEnumerable<Handler> Handlers => [.. new FeedbackHandlers(feedbacks, seller, time).All, .. new PinHandlers(feedbacks).All];

    public override void Seed(DateTimeOffset now) => FeedbacksSeed.Fill(feedbacks, now);
}
