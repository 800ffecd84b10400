using System.Text.Json;

namespace Wildberries.Sdk.Testing.Tests.Feedbacks;

public sealed class PinsTests
{
    private const string Path = "feedbacks-api/api/feedbacks/v1/pins";

    [Fact]
    public async Task Reviews_are_pinned_listed_counted_and_unpinned()
    {
        await using Harness harness = await StartAsync();
        string answer = await harness.AskAsync("POST " + Path, $"[{Row("a")},{Row("b", place: "imt")}]");
        IReadOnlyList<EmulatedPin> pins = harness.Emulator.Feedbacks.Pins;
        Assert.Equal([("a", "nm", 7, 7), ("b", "imt", 7, 7)], pins.Select(pin => (pin.FeedbackId, pin.Place, pin.NmId, pin.ImtId)));
        Assert.Equal(
            $$"""
            {"data":[{"feedbackId":"a","pinId":{{pins[0].Id}},"pinMethod":"tariff","pinOn":"nm","isErrors":false},
            {"feedbackId":"b","pinId":{{pins[1].Id}},"pinMethod":"tariff","pinOn":"imt","isErrors":false}]}
            """.ReplaceLineEndings(""),
            answer);
        Assert.Equal(
            $$"""
            {"data":[{"changeStateAt":"2026-09-01T09:00:00Z","feedbackId":"a","imtId":7,"nmId":7,"pinId":{{pins[0].Id}},"pinMethod":"tariff","pinOn":"nm","state":"pinned"}]}
            """,
            await harness.AskAsync($"GET {Path}?feedbackId=a"));
        Assert.Equal("""{"data":2}""", await harness.AskAsync($"GET {Path}/count"));

        Assert.Equal($$"""{"data":[{{pins[0].Id}}]}""", await harness.AskAsync("DELETE " + Path, $"[{pins[0].Id},1,{pins[0].Id}]"));
        Assert.Equal("b", Assert.Single(harness.Emulator.Feedbacks.Pins).FeedbackId);
        Assert.Equal("""{"data":0}""", await harness.AskAsync($"GET {Path}/count?state=unpinned"));
    }

    [Fact]
    public async Task Each_row_that_is_not_pinned_has_its_error()
    {
        await using Harness harness = await StartAsync();
        EmulatedFeedbacks feedbacks = harness.Emulator.Feedbacks;
        feedbacks.RefusePin("d", "feedbackExcluded");
        string[] rows =
        [
            Row("a"), Row("a"), Row("b"), Row("c"), Row("none"), Row("d"), Row("e", method: "subscription"), Row("e", place: "here"), "5", Row("e"), Row("f"),
        ];
        string answer = await harness.AskAsync("POST " + Path, $"[{string.Join(',', rows)}]");
        Assert.Equal(
            [
                null, "alreadyPinned", null, "unitLimitReached", "feedbackNotFound", "feedbackExcluded", "subscriptionRestriction", "bodyNotValid", "bodyNotValid",
                null, "globalLimitReached",
            ],
            Errors(answer));
        Assert.Equal(
            """{"data":{"subscription":null,"tariff":{"perUnitLimit":2,"remaining":0,"totalLimit":3,"unlimited":false,"used":3}}}""",
            await harness.AskAsync($"GET {Path}/limits"));

        feedbacks.RefusePin("d", null);
        feedbacks.TariffPins = new EmulatedPinLimit { PerUnit = 3, IsUnlimited = true, Total = 0 };
        Assert.Equal([null, null], Errors(await harness.AskAsync("POST " + Path, $"[{Row("d")},{Row("f")}]")));
    }

    [Fact]
    public async Task Who_has_paid_for_nothing_pins_nothing()
    {
        await using Harness harness = await StartAsync();
        EmulatedFeedbacks feedbacks = harness.Emulator.Feedbacks;
        feedbacks.SubscriptionPins = new EmulatedPinLimit();
        await harness.AskAsync("POST " + Path, $"[{Row("a")},{Row("b", method: "subscription")}]");
        feedbacks.TariffPins = null;
        Assert.Equal(["sysTariffUnpinned", null], feedbacks.Pins.Select(pin => pin.UnpinCause));
        Assert.Equal(["tariffRestriction"], Errors(await harness.AskAsync("POST " + Path, $"[{Row("a")}]")));
        feedbacks.SubscriptionPins = null;
        Assert.Contains("no active subscription or tariff", await harness.AskAsync("POST " + Path, $"[{Row("a")}]", 403), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_WB_unpins_by_itself_stays_in_the_list_with_its_cause()
    {
        await using Harness harness = await StartAsync();
        EmulatedFeedbacks feedbacks = harness.Emulator.Feedbacks;
        await harness.AskAsync("POST " + Path, $"[{Row("a")},{Row("e")}]");
        harness.Clock.Advance(TimeSpan.FromMinutes(1));
        feedbacks.WildberriesUnpins(feedbacks.Pins[0].Id, "sysLimitReached");
        feedbacks.Remove("e");
        Assert.Equal(["sysLimitReached", "sysNoratingUnpinned"], feedbacks.Pins.Select(pin => pin.UnpinCause));
        string text = await harness.AskAsync($"GET {Path}?state=unpinned&nmId=7");
        Assert.Contains("\"changeStateAt\":\"2026-09-01T09:01:00Z\",\"feedbackId\":\"a\"", text, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"unpinned\",\"unpinnedCause\":\"sysLimitReached\"", text, StringComparison.Ordinal);
        Assert.Equal("""{"data":[]}""", await harness.AskAsync("DELETE " + Path, $"[{feedbacks.Pins[0].Id}]"));
        Assert.Throws<ArgumentException>(() => feedbacks.WildberriesUnpins(feedbacks.Pins[0].Id, "sysLimitReached"));
        Assert.Equal([null], Errors(await harness.AskAsync("POST " + Path, $"[{Row("a")}]")));
    }

    [Fact]
    public async Task Pins_are_paged_by_the_last_id_and_filtered()
    {
        await using Harness harness = await StartAsync();
        harness.Emulator.Feedbacks.TariffPins = new EmulatedPinLimit { PerUnit = 10 };
        foreach (string id in (string[])["a", "b", "e"])
        {
            await harness.AskAsync("POST " + Path, $"[{Row(id)}]");
            harness.Clock.Advance(TimeSpan.FromHours(1));
        }

        (string[] first, long? next) = await PageAsync(harness, "?limit=2");
        (string[] second, long? end) = await PageAsync(harness, $"?limit=2&next={next}");
        Assert.Equal(["a", "b"], first);
        Assert.Equal(["e"], second);
        Assert.Null(end);
        Assert.Equal(["b"], (await PageAsync(harness, "?dateFrom=2026-09-01T10:00:00Z&dateTo=2026-09-01T13:30:00%2B03:00")).Ids);
        Assert.Equal(["e"], (await PageAsync(harness, "?imtId=8&pinOn=nm&state=pinned")).Ids);
        Assert.Empty((await PageAsync(harness, "?pinOn=imt")).Ids);
    }

    [Theory]
    [InlineData("GET", "?state=x", null, "state must be one of the values 'pinned', 'unpinned'")]
    [InlineData("GET", "/count?state=x", null, "state must be one of the values 'pinned', 'unpinned'")]
    [InlineData("GET", "?pinOn=x", null, "pinOn must be one of the values 'nm', 'imt'")]
    [InlineData("GET", "?limit=501", null, "limit")]
    [InlineData("GET", "?limit=0", null, "limit")]
    [InlineData("GET", "?next=x", null, "next")]
    [InlineData("GET", "?nmId=x", null, "nmId")]
    [InlineData("GET", "?dateFrom=x", null, "dateFrom")]
    [InlineData("POST", "", "{}", "invalid request body")]
    [InlineData("POST", "", "[]", "invalid request body")]
    [InlineData("POST", "", "[", "invalid request body")]
    [InlineData("DELETE", "", "[]", "invalid request body")]
    [InlineData("DELETE", "", """["a"]""", "invalid request body")]
    public async Task What_makes_no_sense_is_400(string verb, string query, string? json, string detail)
    {
        await using Harness harness = await StartAsync();
        string answer = await harness.AskAsync($"{verb} {Path}{query}", json, 400);
        Assert.Contains("\"status\":400,\"title\":\"Bad Request\",\"detail\":", answer, StringComparison.Ordinal);
        Assert.Contains(detail, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_500_rows_are_400()
    {
        await using Harness harness = await StartAsync();
        await harness.AskAsync("POST " + Path, $"[{string.Join(',', Enumerable.Repeat(Row("a"), 501))}]", 400);
        await harness.AskAsync("DELETE " + Path, $"[{string.Join(',', Enumerable.Range(1, 501))}]", 400);
    }

    private static async Task<Harness> StartAsync()
    {
        Harness harness = await Harness.StartAsync(options => options.RateLimits = false);
        harness.Emulator.Feedbacks.TariffPins = new EmulatedPinLimit { Total = 3 };
        foreach ((string id, long nmId) in (ReadOnlySpan<(string, long)>)[("a", 7), ("b", 7), ("c", 7), ("d", 9), ("e", 8), ("f", 8)])
            harness.Emulator.Feedbacks.BuyerWrites(new EmulatedFeedback { Id = id, NmId = nmId, Text = "Хорошо" });
        return harness;
    }

    private static string Row(string id, string place = "nm", string method = "tariff") =>
        $$"""{"pinMethod":"{{method}}","pinOn":"{{place}}","feedbackId":"{{id}}"}""";

    private static string?[] Errors(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return
        [
            .. document.RootElement.GetProperty("data").EnumerateArray().Select(row =>
            {
                Assert.NotEqual(row.GetProperty("isErrors").GetBoolean(), row.TryGetProperty("pinId", out _));
                return row.TryGetProperty("errors", out JsonElement errors) ? Assert.Single(errors.EnumerateArray()).GetProperty("status").GetString() : null;
            }),
        ];
    }

    private static async Task<(string[] Ids, long? Next)> PageAsync(Harness harness, string query)
    {
        using var document = JsonDocument.Parse(await harness.AskAsync($"GET {Path}{query}"));
        return (
            [.. document.RootElement.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("feedbackId").GetString()!)],
            document.RootElement.TryGetProperty("next", out JsonElement next) ? next.GetInt64() : null);
    }
}
