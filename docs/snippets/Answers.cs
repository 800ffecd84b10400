using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.Questions;

namespace Snippets;

public static class Answers
{
    public static async Task Create(IServiceCollection services, IServiceProvider provider, IWildberriesClient wb, string sellerId, CancellationToken stop)
    {
        // <register>
        services.AddSqlitePromoCodeStore("Data Source=answers.db");
        // </register>
        // <create>
        await provider.MigratePromoCodeStoreAsync(stop);
        var store = provider.GetRequiredService<IAnswerStore>();
        var answers = new AnswerSender(sellerId, wb, store);
        // </create>
        Console.WriteLine(answers);
    }

    public static async Task Answer(AnswerSender answers, Feedback feedback, Question question, ChatEvent message, CancellationToken stop)
    {
        // <answer>
        AnswerResult answer = await answers.AnswerAsync(feedback, "Спасибо за отзыв!", feedback.Id, stop);
        Console.WriteLine(answer.Outcome switch
        {
            AnswerOutcome.Sent => $"sent at {answer.Answer!.SentAt:u}",
            AnswerOutcome.Refused => $"not sent: {answer.Refusal!.Value.Describe(PromoLanguage.English)}",
            AnswerOutcome.Failed => $"not sent: {answer.Answer!.Failure}",
            _ => "nobody knows yet",
        });
        // </answer>
        // <others>
        await answers.AnswerAsync(question, "Нет, он мягкий и не колется.", question.Id, stop);
        await answers.ApprovedBy("Maria").AnswerAsync(message, "Заказ приедет завтра.", message.EventId, stop);
        // </others>
    }

    public static async Task Edit(AnswerSender answers, IWildberriesClient wb, string feedbackId, CancellationToken stop)
    {
        // <edit>
        FeedbackResponse response = await wb.Feedbacks.GetFeedbackAsync(feedbackId, stop);
        await answers.EditAnswerAsync(response.Data!, "Спасибо! Мы уже всё исправили.", $"{feedbackId}-edit", stop);
        // </edit>
    }

    public static async Task Reconcile(AnswerSender answers, IAnswerStore store, CancellationToken stop)
    {
        // <reconcile>
        AnswerReconciliation found = await answers.ReconcileAsync(cancellationToken: stop);
        foreach (BuyerAnswer unknown in found.Unknown)
            Console.WriteLine($"{unknown.Channel} {unknown.TargetId}: was it answered at about {unknown.StartedAt:u}?");
        // </reconcile>
        foreach (BuyerAnswer unknown in found.Unknown)
        {
            // <by-hand>
            await store.CompleteAnswerAsync(unknown with { State = AnswerState.Failed, Failure = "not in the review" }, stop);
            // </by-hand>
        }
    }

    public static async Task Rejected(AnswerSender answers, DateTimeOffset lastWeek, CancellationToken stop)
    {
        // <rejected>
        await foreach (RejectedAnswer rejected in answers.StreamRejectedAsync(lastWeek, stop))
            Console.WriteLine($"Review {rejected.Feedback.Id}: WB has rejected the answer of {rejected.Answer.StartedAt:u}");
        // </rejected>
    }
}
