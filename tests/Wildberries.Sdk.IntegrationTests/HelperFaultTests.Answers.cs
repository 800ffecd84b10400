using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <summary>What the helpers for answers to buyers need.</summary>
public sealed partial class HelperFaultTests
{
    private static void AddRejectedAnswers(WildberriesEmulator emulator)
    {
        for (int i = 1; i <= 3; i++)
        {
            emulator.Feedbacks.BuyerWrites(new EmulatedFeedback { Id = $"f{i}", NmId = 182340115, Text = "Хороший плед" });
            emulator.Feedbacks.SellerAnswers($"f{i}", "Спасибо за отзыв!");
            emulator.Feedbacks.RejectAnswer($"f{i}");
        }
    }

    private static async IAsyncEnumerable<object> RejectedAsync(IWildberriesClient wb, WildberriesEmulator emulator)
    {
        var store = new InMemoryAnswerStore();
        foreach (EmulatedFeedback feedback in emulator.Feedbacks.All)
        {
            var answer = new BuyerAnswer
            {
                SellerId = "seller",
                Key = feedback.Id,
                Channel = AnswerChannel.Feedback,
                TargetId = feedback.Id,
                Text = feedback.Answer!,
                StartedAt = Start,
            };
            await store.StartAnswerAsync(answer, Cancel);
            await store.CompleteAnswerAsync(answer with { State = AnswerState.Sent }, Cancel);
        }

        await foreach (RejectedAnswer rejected in new AnswerSender("seller", wb, store).StreamRejectedAsync(default, Cancel))
            yield return rejected.Feedback.Id;
    }
}
