using Wildberries.Sdk.Answers;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.Testing;

namespace ChatDesk;

/// <summary>A simulated shop, for a look around without an account: buyers, codes, what was sent and sold before.</summary>
internal sealed class DemoShop(WildberriesEmulator emulator)
{
    private static readonly (string Buyer, string Text, long NmId, string Size)[] Messages =
    [
        ("Вероника", "Здравствуйте! Плед пришёл с затяжкой, и это уже второй. Очень расстроена.", 182340115, "150х200"),
        ("Тимур", "Подскажите, варежки большемерят? Ребёнку восемь лет.", 219006534, "S"),
        ("Надежда", "Спасибо, джемпер отличный, села как влитая!", 204518733, "46"),
        ("Степан", "Пришла не та кружка, заказывал синюю.", 168902447, "0"),
    ];

    private const long PhotographedNmId = 182340115;

    private static readonly byte[] Photo = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "demo", "blanket.png"));

    private int _next = -1;

    public static UnitCosts Costs { get; } =
        new() { UnitCost = 250m, CommissionPercent = 22m, Logistics = 70m, AcquiringPercent = 1.5m, TaxPercent = 6m };

    public void BuyerWrites()
    {
        int number = Interlocked.Increment(ref _next);
        (string buyer, string text, long nmId, string size) = Messages[number % Messages.Length];
        var card = new EmulatedGoodCard { NmId = nmId, PriceHundredths = 219_000, Size = size };

        // WB's moderation looks at a photo before it can be opened.
        var photo = new EmulatedFile { Name = "photo.png", ContentType = "image/png", Content = Photo, PendingAnswers = 1 };
        emulator.Chats.BuyerWrites($"1:demo-{number + 1}", text, buyer, card, nmId == PhotographedNmId ? [photo] : null);
    }

    /// <summary>Fills an empty store; one that was filled before stays as it is.</summary>
    public async Task FillAsync(IPromoCodeStore store, string sellerId, TimeProvider time, CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateOnly today = DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(3)).DateTime);
        if ((await store.ListAsync(sellerId, cancellationToken: cancellationToken)).Count == 0)
        {
            await AddAsync("SORRY10", 10m, PromoCodePurposes.Retention, -9, 23, "Извинение");
            await AddAsync("SORRY15", 15m, PromoCodePurposes.Retention, -9, 23, "Возвраты");
            await AddAsync("THANKS7", 7m, PromoCodePurposes.Loyalty, -20, 22, "Благодарность за отзыв");
            await AddAsync("FIRST5", 5m, PromoCodePurposes.Conversion, -9, 30, "Первый заказ");
            await AddAsync("WINTER12", 12m, PromoCodePurposes.Loyalty | PromoCodePurposes.Conversion, 5, 14, "К праздникам");
        }

        IReadOnlyList<PromoCode> codes = await store.ListAsync(sellerId, cancellationToken: cancellationToken);
        emulator.Finance.PromoCodes = codes.Where(code => code.WildberriesId is not null).ToDictionary(code => code.WildberriesId!, code => code.Percent);

        async Task AddAsync(string text, decimal percent, PromoCodePurposes purposes, int start, int days, string description)
        {
            var code = new PromoCode
            {
                SellerId = sellerId,
                Code = text,
                Percent = percent,
                Start = today.AddDays(start),
                Days = days,
                Purposes = purposes,
                Description = description,
                WildberriesId = start < 0 ? Guid.NewGuid().ToString() : null,
            };
            if (await store.AddAsync(code, isInPortal: true, cancellationToken) is { Count: > 0 } violations)
                throw new InvalidOperationException(string.Join(' ', violations));
            for (int send = 0; start < 0 && send < text.Length - 3; send++)
            {
                DateTimeOffset at = now.AddDays(-1 - ((send * 5) % 8)).AddHours(-send);
                var intent = new PromoCodeSend
                {
                    SellerId = sellerId,
                    Key = $"demo-{text}-{send}",
                    PromoCodeId = code.Id,
                    TargetId = $"1:demo-old-{text}-{send}",
                    Text = text,
                    Intent = IntentOf(purposes, send),
                    Sentiment = purposes == PromoCodePurposes.Retention ? Sentiment.Negative : Sentiment.Neutral,
                    IsSuggested = true,
                    ApprovedBy = "demo",
                    StartedAt = at,
                };
                await store.StartAnswerAsync(intent, cancellationToken);
                await store.CompleteAnswerAsync(intent with { State = AnswerState.Sent, SentAt = at }, cancellationToken);
            }
        }
    }

    private static ChatIntent IntentOf(PromoCodePurposes purposes, int number) => purposes switch
    {
        PromoCodePurposes.Retention => number % 2 == 0 ? ChatIntent.Defect : ChatIntent.WrongItem,
        PromoCodePurposes.Conversion => number % 2 == 0 ? ChatIntent.Sizing : ChatIntent.PrePurchase,
        _ => ChatIntent.PositiveFeedback,
    };
}
