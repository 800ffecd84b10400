using System.Globalization;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests;

/// <content>Reviews, pins and questions.</content>
public sealed partial class HelperFaultTests
{
    // Saved rarely: the store is not what is tested here.
    private static readonly UnansweredStreamOptions WaitingOnce = new() { StopAtEnd = true, Interval = TimeSpan.FromDays(1), SaveEvery = 1000 };

    private static Dictionary<string, Reader> ReviewReaders() => new()
    {
        ["feedbacks: those that wait for an answer"] = new(
            "GET /api/v1/feedbacks",
            "Feedbacks.GetFeedbacks",
            emulator => AddFeedbacks(emulator, 1001),
            (wb, _) => Each(wb.Feedbacks.StreamUnansweredAsync(new InMemoryStateStore(), "seller", WaitingOnce, Cancel), feedback => feedback.Id))
        {
            OutlivesLimits = true,
        },
        ["feedbacks: all"] = new(
            "GET /api/v1/feedbacks",
            "Feedbacks.GetFeedbacks",
            emulator =>
            {
                AddFeedbacks(emulator, 6);
                foreach (EmulatedFeedback feedback in emulator.Feedbacks.All.Take(3))
                    emulator.Feedbacks.SellerAnswers(feedback.Id, "Спасибо!");
            },
            (wb, _) => Each(wb.Feedbacks.StreamFeedbacksAsync(cancellationToken: Cancel), feedback => feedback.Id)),
        ["feedbacks: the archive"] = new(
            "GET /api/v1/feedbacks/archive",
            "Feedbacks.GetArchivedFeedbacks",
            emulator => AddFeedbacks(emulator, 5001, ""),
            (wb, _) => Each(wb.Feedbacks.StreamArchivedAsync(cancellationToken: Cancel), feedback => feedback.Id)),
        ["feedbacks: pins"] = new(
            "GET /api/feedbacks/v1/pins",
            "Feedbacks.GetPins",
            emulator => Pin(emulator, 501),
            (wb, _) => Each(wb.Feedbacks.StreamPinsAsync(cancellationToken: Cancel), pin => pin.Id)),
        ["questions: those that wait for an answer"] = new(
            "GET /api/v1/questions",
            "Questions.GetQuestions",
            emulator => AddQuestions(emulator, 1001),
            (wb, _) => Each(wb.Questions.StreamUnansweredAsync(new InMemoryStateStore(), "seller", WaitingOnce, Cancel), question => question.Id))
        {
            OutlivesLimits = true,
        },
        ["questions: all"] = new(
            "GET /api/v1/questions",
            "Questions.GetQuestions",
            emulator =>
            {
                AddQuestions(emulator, 6);
                foreach (EmulatedQuestion question in emulator.Questions.All.Take(3))
                    emulator.Questions.SellerAnswers(question.Id, "Да");
            },
            (wb, _) => Each(wb.Questions.StreamQuestionsAsync(cancellationToken: Cancel), question => question.Id)),
    };

    private static Dictionary<string, Writer> ReviewWriters() => new()
    {
        ["feedbacks: a pin"] = new(
            "POST /api/feedbacks/v1/pins",
            "Feedbacks.CreatePins",
            emulator => Pin(emulator, 0),
            (wb, _) => wb.Feedbacks.PinAsync([new PinRequest { FeedbackId = "f1", Place = PinPlace.Card, Method = PinMethod.Tariff }], cancellationToken: Cancel),
            emulator => emulator.Feedbacks.Pins.Count)
        {
            LooksAfterwards = true,
        },
        ["feedbacks: a pin that is taken off"] = new(
            "DELETE /api/feedbacks/v1/pins",
            "Feedbacks.DeletePins",
            emulator => Pin(emulator, 1),
            (wb, emulator) => wb.Feedbacks.UnpinAsync(emulator.Feedbacks.Pins.Select(pin => pin.Id), Cancel),
            emulator => 1 - emulator.Feedbacks.Pins.Count)
        {
            LooksAfterwards = true,
        },
        ["feedbacks: a product that is asked back"] = new(
            "POST /api/v1/feedbacks/order/return",
            "Feedbacks.RequestReturn",
            emulator => emulator.Feedbacks.BuyerWrites(new EmulatedFeedback { Id = "f1", NmId = 182340115, Text = "Скол", CanRequestReturn = true }),
            async (wb, _) =>
            {
                if ((await wb.Feedbacks.RequestReturnOnceAsync("f1", Cancel)).Error is { } error)
                    throw error;
            },
            emulator => emulator.Feedbacks.All.Count(feedback => feedback.ReturnRequestedAt is not null))
        {
            LooksAfterwards = true,
        },
    };

    private static void AddFeedbacks(WildberriesEmulator emulator, int count, string text = "Хороший плед")
    {
        for (int i = 1; i <= count; i++)
            emulator.Feedbacks.BuyerWrites(new EmulatedFeedback { Id = string.Create(CultureInfo.InvariantCulture, $"f{i}"), NmId = 182340115, Text = text });
    }

    private static void AddQuestions(WildberriesEmulator emulator, int count)
    {
        for (int i = 1; i <= count; i++)
            emulator.Questions.BuyerAsks(new EmulatedQuestion { NmId = 182340115, Text = "Он колется?" });
    }

    private static void Pin(WildberriesEmulator emulator, int count)
    {
        emulator.Feedbacks.TariffPins = new EmulatedPinLimit { PerUnit = 1000, IsUnlimited = true };
        AddFeedbacks(emulator, Math.Max(1, count));
        foreach (EmulatedFeedback feedback in emulator.Feedbacks.All.Take(count))
            Assert.NotNull(emulator.Feedbacks.Pin(feedback.Id, "nm", "tariff").Pin);
    }
}
