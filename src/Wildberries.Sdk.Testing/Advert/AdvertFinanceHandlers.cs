using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.AdvertAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of advert-api on money: balance, budgets, what was spent and paid in.</summary>
internal sealed class AdvertFinanceHandlers(EmulatedAdverts adverts)
{
    private const int MaxIds = 50;
    private const int MaxDays = 31;
    private const string BadInterval = "Некорректный интервал";

    public IEnumerable<Handler> All =>
    [
        Handler.For("GET advert-api/adv/v1/balance", _ => GetBalance()),
        Handler.For("POST advert-api/adv/v1/budget/deposit", Deposit),
        Handler.For("POST advert-api/api/advert/v2/budget", GetBudgets),
        Handler.For("GET advert-api/adv/v1/upd", GetCosts),
        Handler.For("GET advert-api/adv/v1/payments", GetPayments),
    ];

    private Answer GetBalance() => Answer.Json(200, new JsonObject
    {
        ["balance"] = adverts.Account,
        ["net"] = adverts.Balance,
        ["currency"] = Currency,
        ["bonus"] = adverts.Bonus,
        ["cashbacks"] = Array(adverts.PromoBonuses.Where(b => b.Sum > 0), bonus => new JsonObject
        {
            ["sum"] = bonus.Sum,
            ["percent"] = bonus.Percent,
            ["expiration_date"] = UtcTime(bonus.ExpiresAt),
        }),
    });

    private Answer Deposit(HandlerRequest request)
    {
        if (Number(request.Query("id")) is not { } id)
            return Error("Invalid Advert: invalid advert");
        if (request.ReadJsonObject() is not { } body
            || Whole(body["sum"]) is not { } sum
            || Whole(body["type"]) is not ((0 or 1 or 3) and var type)
            || (body["cashback_sum"] is { } promoSum ? Whole(promoSum) : 0) is not (>= 0 and var promo)
            || (body["return"] is { } flag ? Flag(flag) : false) is not { } wantsAnswer)
        {
            return Error("Invalid Params: invalid request body");
        }

        (decimal total, string? refusal) = adverts.Deposit(id, sum, (int)type, promo, (int?)Whole(body["cashback_percent"]));
        if (refusal is not null)
            return Error(refusal);
        return wantsAnswer
            ? Answer.Json(200, new JsonObject { ["total"] = Roubles(total), ["currency"] = Currency })
            : Answer.Empty(200);
    }

    private Answer GetBudgets(HandlerRequest request)
    {
        if (request.ReadJsonObject()?["advertIds"] is not JsonArray list || Numbers(list) is not { Count: >= 1 and <= MaxIds } ids)
            return BadBody();
        return Answer.Json(200, new JsonObject
        {
            ["adverts"] = Array(
                adverts.All.Where(c => ids.Contains(c.Id) && c.Status is 4 or 9 or 11),
                c => new JsonObject { ["advertId"] = c.Id, ["currency"] = Currency, ["total"] = Roubles(c.Budget) }),
        });
    }

    private Answer GetCosts(HandlerRequest request)
    {
        if (Day(request.Query("from")) is not { } from || Day(request.Query("to")) is not { } to || !IsInterval(from, to))
            return Text(400, BadInterval);
        var rows = new JsonArray();
        foreach (EmulatedCampaign campaign in adverts.All)
        {
            DateOnly[] days = [.. adverts.PartsOf(campaign.Id, from, to).Select(p => p.Day).Distinct().Order()];
            foreach (DateOnly day in days)
            {
                // Whole roubles, of what was spent in all by then: what one day leaves over, another day bills.
                DateTimeOffset start = CampaignSpending.Midnight(day), end = CampaignSpending.Midnight(day.AddDays(1));
                (decimal after, int source) = adverts.SpentOf(campaign.Id, end);
                long sum = Roubles(after) - Roubles(adverts.SpentOf(campaign.Id, start).Spent);
                if (sum == 0)
                    continue;
                bool billed = adverts.Now >= end;
                rows.Add((JsonNode)new JsonObject
                {
                    ["updNum"] = billed ? day.DayNumber : 0,
                    ["updTime"] = billed ? Time(end) : null,
                    ["updSum"] = sum,
                    ["advertId"] = campaign.Id,
                    ["campName"] = campaign.Name,
                    ["advertType"] = campaign.Type,
                    ["paymentType"] = source switch { 0 => "Счёт", 1 => "Баланс", _ => "Бонусы" },
                    ["advertStatus"] = campaign.Status,
                });
            }
        }

        return Answer.Json(200, rows);
    }

    private Answer GetPayments(HandlerRequest request)
    {
        DateOnly from = DateOnly.MinValue, to = DateOnly.MaxValue;
        string? first = request.Query("from"), last = request.Query("to");
        if (!string.IsNullOrEmpty(first) || !string.IsNullOrEmpty(last))
        {
            if (Day(first) is not { } start || Day(last) is not { } end || !IsInterval(start, end))
                return Answer.Json(400, JsonValue.Create(BadInterval));
            (from, to) = (start, end);
        }

        EmulatedAdvertPayment[] found = [.. adverts.Payments.Where(p => CampaignSpending.DayOf(p.At) is var day && day >= from && day <= to)];
        return found.Length == 0 ? Answer.Empty(204) : Answer.Json(200, Array(found, payment => new JsonObject
        {
            ["id"] = payment.Id,
            ["date"] = UtcTime(payment.At),
            ["sum"] = payment.Sum,
            ["type"] = payment.Type,
            ["statusId"] = 1,
            ["currency"] = Currency,
            ["cardStatus"] = payment.Type == 3 ? "success" : "",
        }));
    }

    private static bool IsInterval(DateOnly from, DateOnly to) => to >= from && to.DayNumber - from.DayNumber < MaxDays;

    private static long Roubles(decimal amount) => (long)decimal.Floor(amount);
}
