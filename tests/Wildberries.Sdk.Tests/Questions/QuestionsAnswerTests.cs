using System.Net;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Questions;

public sealed class QuestionsAnswerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_with_everything_is_read()
    {
        using var host = new FakeQuestionsHost(
            """
            {"data":{"id":"TfWO","text":"Хороший карандаш?","createdDate":"2025-01-27T11:38:21.202143857Z","state":"wbRu",
            "answer":{"text":"На следующей неделе","editable":true,"createDate":"2025-07-28T08:24:37.187113704Z"},
            "productDetails":{"imtId":202306781,"nmId":9224747484,"productName":"Карандаш","supplierArticle":"12113156uw","supplierName":"","brandName":"Brand"},
            "wasViewed":true,"isWarned":false},"error":false,"errorText":"","additionalErrors":null}
            """);
        Question question = (await host.Api.GetQuestionAsync("TfWO", Cancel)).Data!;
        Assert.Equal(("TfWO", "Хороший карандаш?", QuestionState.Answered, true, false), (question.Id, question.Text, question.State, question.WasViewed, question.IsSuspicious));
        Assert.Equal(new DateTimeOffset(2025, 1, 27, 11, 38, 21, TimeSpan.Zero).AddTicks(2_021_438), question.CreatedAt);
        Assert.Equal(
            new QuestionAnswer { Text = "На следующей неделе", IsEditable = true, CreatedAt = new DateTimeOffset(2025, 7, 28, 8, 24, 37, TimeSpan.Zero).AddTicks(1_871_137) },
            question.Answer);
        Assert.Equal(
            new QuestionProduct { NmId = 9_224_747_484, ImtId = 202_306_781, Name = "Карандаш", VendorCode = "12113156uw", SupplierName = "", BrandName = "Brand" },
            question.Product);
        Assert.Null(question.AdditionalProperties);
    }

    [Fact]
    public async Task New_and_rejected_questions_and_states_that_nobody_knows_yet_are_read()
    {
        using var host = new FakeQuestionsHost(
            """{"data":{"countUnanswered":24,"countArchive":508,"questions":[{"id":"a","state":"suppliersPortalSynch","answer":null},{"id":"b","state":"none"},{"state":"hidden"},null]},"error":false}""");
        QuestionList list = (await host.Api.GetQuestionsAsync(false, 10, 0, cancellationToken: Cancel)).Data!;
        Assert.Equal((24, 508, 4), (list.UnansweredCount, list.AnsweredCount, list.Questions.Count));
        Assert.Equal([QuestionState.New, QuestionState.Rejected, QuestionState.From("hidden")], list.Questions.Take(3).Select(question => question.State));
        Assert.Equal((null, null, null), (list.Questions[0].Answer, list.Questions[0].Product, list.Questions[0].WasViewed));
        Assert.Equal("", list.Questions[2].Id);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_no_empty_page()
    {
        using var host = new FakeQuestionsHost("""{"data":null,"error":false,"errorText":"","additionalErrors":null}""");
        Assert.Null((await host.Api.GetQuestionsAsync(false, 1, 0, cancellationToken: Cancel)).Data);
    }

    [Fact]
    public async Task An_error_in_a_success_is_a_failure()
    {
        foreach (Func<IQuestionsApi, Task> call in (Func<IQuestionsApi, Task>[])
        [
            api => api.GetUnviewedAsync(Cancel),
            api => api.GetUnansweredCountsAsync(Cancel),
            api => api.GetQuestionCountAsync(cancellationToken: Cancel),
            api => api.GetQuestionsAsync(false, 1, 0, cancellationToken: Cancel),
            api => api.GetQuestionAsync("a", Cancel),
            api => api.UpdateQuestionAsync(new UpdateQuestionRequest { QuestionId = "a", WasViewed = true }, Cancel),
        ])
        {
            using var wb = new FakeWildberries();
            wb.Answer(HttpStatusCode.OK, """{"data":null,"error":true,"errorText":"Внутренняя ошибка","additionalErrors":null,"requestId":"r"}""");
            var error = await Assert.ThrowsAsync<WildberriesResponseException>(() => call(wb.Client.Questions));
            Assert.Equal("Внутренняя ошибка", error.Detail);
        }
    }

    [Fact]
    public async Task A_question_that_is_not_there_is_422_to_read_and_404_to_answer()
    {
        using var wb = new FakeWildberries();
        wb.Answer(HttpStatusCode.UnprocessableEntity, """{"data":null,"error":true,"errorText":"Невозможно получить вопрос по id","additionalErrors":null,"requestId":"87a2"}""")
            .Answer(HttpStatusCode.NotFound, """{"data":null,"error":true,"errorText":"Не найден отзыв","additionalErrors":null,"requestId":"734c"}""");
        var read = await Assert.ThrowsAsync<WildberriesBadRequestException>(() => wb.Client.Questions.GetQuestionAsync("a", Cancel));
        Assert.Equal("Невозможно получить вопрос по id", read.Detail);
        var answered = await Assert.ThrowsAsync<WildberriesNotFoundException>(
            () => wb.Client.Questions.UpdateQuestionAsync(new UpdateQuestionRequest { QuestionId = "a", WasViewed = true }, Cancel));
        Assert.Equal("Не найден отзыв", answered.Detail);
    }

    [Fact]
    public async Task Numbers_and_flags_are_read()
    {
        using var unviewed = new FakeQuestionsHost("""{"data":{"hasNewQuestions":true,"hasNewFeedbacks":false},"error":false,"errorText":"","additionalErrors":null}""");
        Assert.Equal(new Unviewed { HasQuestions = true, HasFeedbacks = false }, (await unviewed.Api.GetUnviewedAsync(Cancel)).Data);
        using var count = new FakeQuestionsHost("""{"data":77,"error":false,"errorText":"","additionalErrors":null}""");
        Assert.Equal(77, (await count.Api.GetQuestionCountAsync(cancellationToken: Cancel)).Data);
        using var unanswered = new FakeQuestionsHost("""{"data":{"countUnanswered":24,"countUnansweredToday":0},"error":false,"errorText":"","additionalErrors":null}""");
        Assert.Equal(new UnansweredQuestions { Count = 24, TodayCount = 0 }, (await unanswered.Api.GetUnansweredCountsAsync(Cancel)).Data);
    }

    [Fact]
    public async Task What_was_written_stays_out_of_texts()
    {
        using var host = new FakeQuestionsHost(
            """{"data":{"id":"TfWO","text":"Секрет1","state":"wbRu","answer":{"text":"Секрет2"},"productDetails":{"nmId":7}},"error":false}""");
        QuestionResponse answer = await host.Api.GetQuestionAsync("TfWO", Cancel);
        string text = answer.ToString();
        Assert.Contains("Id = TfWO, State = wbRu, NmId = 7", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Секрет", text, StringComparison.Ordinal);
    }
}
