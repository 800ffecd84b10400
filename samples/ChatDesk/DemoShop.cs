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

    private static readonly byte[] Photo = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "demo", "blanket.png"));

    private static readonly EmulatedFeedback[] Reviews =
    [
        new()
        {
            NmId = 182340115,
            ProductName = "Плед вязаный, бежевый",
            VendorCode = "pled-beige",
            Stars = 2,
            BuyerName = "Людмила",
            Text = "Плед красивый, но пришёл с затяжкой на самом видном месте.",
            Pros = "Мягкий, не колется",
            Cons = "Затяжка, слабая упаковка",
            BuyerTags = ["качество", "упаковка"],
            Photos = [Photo],
        },
        new() { NmId = 155270981, ProductName = "Подушка 50х70", VendorCode = "pillow-50", Stars = 5, BuyerName = "Геннадий", Text = "Сплю как младенец." },
        new()
        {
            NmId = 204518733,
            ProductName = "Джемпер женский",
            VendorCode = "jumper",
            Stars = 4,
            BuyerName = "Юлия",
            Text = "Тёплый, но рукава длинноваты.",
            Size = "48",
            SizeFit = "bigger",
            BuyerTags = ["размер"],
        },
    ];

    private static readonly EmulatedQuestion[] Questions =
    [
        new() { NmId = 219006534, ProductName = "Варежки из мериноса", VendorCode = "mittens", Text = "Подойдут ли на мороз минус двадцать?" },
        new() { NmId = 168902447, ProductName = "Кружка 350 мл", VendorCode = "mug", Text = "Можно ли ставить её в микроволновку?" },
    ];

    private const long PhotographedNmId = 182340115;

    private int _next = -1;
    private int _nextReview = -1;
    private int _nextQuestion = -1;

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

    public void BuyerReviews() => emulator.Feedbacks.BuyerWrites(Reviews[Interlocked.Increment(ref _nextReview) % Reviews.Length]);

    public void BuyerAsks() => emulator.Questions.BuyerAsks(Questions[Interlocked.Increment(ref _nextQuestion) % Questions.Length]);

    /// <summary>Here WB's moderation lets no links pass.</summary>
    public void RejectLinks() => emulator.Feedbacks.OnSellerAnswer(answer =>
    {
        if (answer.IsTaken && answer.Text.Contains("://", StringComparison.Ordinal))
            emulator.Feedbacks.RejectAnswer(answer.Id);
    });

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
