using Wildberries.Sdk.Questions;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Questions;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class QuestionsOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IQuestionsApi api, EmulatedQuestions questions)
    {
        EmulatedQuestion asked = questions.BuyerAsks(new EmulatedQuestion { NmId = 182340115, Text = "Можно стирать?", VendorCode = "pled" });

        Assert.True((await api.GetUnviewedAsync(Cancel)).Data!.HasQuestions);
        UnansweredQuestions unanswered = (await api.GetUnansweredCountsAsync(Cancel)).Data!;
        Assert.Equal((1, 1), (unanswered.Count, unanswered.TodayCount));
        Assert.Equal(0, (await api.GetQuestionCountAsync(cancellationToken: Cancel)).Data);
        QuestionList page = (await api.GetQuestionsAsync(false, 10_000, 0, 182340115, QuestionSort.NewestFirst, cancellationToken: Cancel)).Data!;
        Assert.Equal((1, 0), (page.UnansweredCount, page.AnsweredCount));
        Question question = Assert.Single(page.Questions);
        Assert.Equal((asked.Id, "Можно стирать?", QuestionState.New, "pled"), (question.Id, question.Text, question.State, question.Product!.VendorCode));
        Assert.Equal(asked.CreatedAt, question.CreatedAt);

        Assert.False((await api.UpdateQuestionAsync(new UpdateQuestionRequest { QuestionId = question.Id, WasViewed = true }, Cancel)).Error);
        Assert.False((await api.GetUnviewedAsync(Cancel)).Data!.HasQuestions);
        var answer = new UpdateQuestionRequest { QuestionId = question.Id, Answer = new QuestionAnswerText { Text = "Да, при 30°" }, State = QuestionState.Answered };
        Assert.False((await api.UpdateQuestionAsync(answer, Cancel)).Error);
        question = (await api.GetQuestionAsync(question.Id, Cancel)).Data!;
        Assert.Equal((QuestionState.Answered, "Да, при 30°", true), (question.State, question.Answer?.Text, question.Answer?.IsEditable));
        Assert.Equal(1, (await api.GetQuestionCountAsync(isAnswered: true, cancellationToken: Cancel)).Data);
    }
}
