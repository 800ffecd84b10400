namespace Wildberries.Sdk.Testing;

/// <summary>What an emulator starts with when asked: chats, news, goods, promotions, campaigns, reports and users of a shop that sells things for the home.</summary>
internal static class SeedData
{
    // The smallest files that are what they say.
    private static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA"
        + "/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z");

    private static readonly byte[] Pdf = "%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8
        .ToArray();

    public static void Fill(WildberriesEmulator emulator, TimeProvider time)
    {
        DateTimeOffset now = time.GetUtcNow();
        FillChats(emulator.Chats, now);
        FillNews(emulator.News, now);
        FillPrices(emulator.Prices);
        FillPromotions(emulator.Promotions, now);
        FillAdverts(emulator.Adverts, now);
        FillMedia(emulator.MediaCampaigns, now);
        FillUsers(emulator.Users);
        FillFinance(emulator.Finance, DateOnly.FromDateTime(now.UtcDateTime));
    }

    private static void FillFinance(EmulatedFinance finance, DateOnly today)
    {
        DateOnly monday = today.AddDays(-7 - (((int)today.DayOfWeek + 6) % 7));
        for (int week = 3; week >= 0; week--)
            finance.AddSalesReport(monday.AddDays(-7 * week), monday.AddDays(6 - (7 * week)), 120 + (week * 17), seed: week);
        finance.AddSalesReport(today.AddDays(-1), today.AddDays(-1), 40, seed: 10);
        finance.AddAcquiringReport(monday, monday.AddDays(6), 60, seed: 20);
    }

    private static void FillChats(EmulatedChats chats, DateTimeOffset now)
    {
        DateTimeOffset Ago(double hours) => now.AddHours(-hours);

        const string thanks = "1:7c0a1f52-6f7b-4e0d-8f1a-0f5f2c9b1e01";
        chats.BuyerWrites(
            thanks,
            "Плед пришёл, очень мягкий и тёплый. Спасибо большое!",
            "Марина",
            new EmulatedGoodCard { NmId = 182340115, Price = 2190, Size = "150х200" },
            at: Ago(70),
            source: "ios");
        chats.SellerWrites(thanks, "Марина, спасибо за добрые слова! Будем рады видеть вас снова.", Ago(69.5));

        const string size = "1:7c0a1f52-6f7b-4e0d-8f1a-0f5f2c9b1e02";
        chats.BuyerWrites(
            size,
            "Здравствуйте! Подскажите, джемпер 46 размера подойдёт на рост 172? Боюсь, что рукава будут короткие.",
            "Ольга",
            new EmulatedGoodCard { NmId = 204518733, Price = 3450, Size = "46" },
            at: Ago(30),
            source: "android");
        chats.SellerWrites(size, "Ольга, добрый день! Рукав 62 см, на ваш рост будет впору.", Ago(29));
        chats.BuyerWrites(size, "А если плечи широкие, лучше взять 48?", at: Ago(26), source: "android");

        const string defect = "1:7c0a1f52-6f7b-4e0d-8f1a-0f5f2c9b1e03";
        chats.BuyerWrites(
            defect,
            "Кружка пришла со сколом на ручке, упаковка была целая. Очень расстроена, брала в подарок. Фото прикладываю.",
            "Алёна",
            new EmulatedGoodCard { NmId = 168902447, Price = 690 },
            [
                new EmulatedFile { Name = "скол.jpg", ContentType = "image/jpeg", Content = Jpeg, DownloadId = "b0f3c2d4-1111-4a6e-9f00-000000000001" },
                new EmulatedFile
                {
                    Name = "Чек.pdf",
                    ContentType = "application/pdf",
                    Content = Pdf,
                    DownloadId = "b0f3c2d4-1111-4a6e-9f00-000000000002",
                    PendingAnswers = 1,
                    RetrySeconds = 1,
                },
            ],
            Ago(9));
        chats.WildberriesWrites(defect, "Покупатель оформил заявку на возврат. Ответьте ему в течение 10 дней.", Ago(8.9));

        const string delivery = "1:7c0a1f52-6f7b-4e0d-8f1a-0f5f2c9b1e04";
        chats.BuyerWrites(
            delivery,
            "Добрый день. Заказала подушки неделю назад, а они всё ещё «в пути». Когда привезут?",
            "Светлана",
            new EmulatedGoodCard { NmId = 155270981, Price = 1780, Size = "50х70" },
            at: Ago(5),
            source: "ios");

        const string colour = "1:7c0a1f52-6f7b-4e0d-8f1a-0f5f2c9b1e05";
        chats.BuyerWrites(
            colour,
            "Пришёл не тот цвет: заказывал серый плед, а в пакете бежевый. Можно обменять?",
            "Игорь",
            new EmulatedGoodCard { NmId = 182340117, Price = 2190, Size = "150х200" },
            at: Ago(2));
        chats.SellerWrites(colour, "Игорь, извините за ошибку! Оформите возврат, а мы подберём для вас серый.", Ago(1.5));
        chats.BuyerWrites(colour, "Хорошо, спасибо. А скидка на повторный заказ будет?", at: Ago(1.2));

        const string gift = "1:7c0a1f52-6f7b-4e0d-8f1a-0f5f2c9b1e06";
        chats.BuyerWrites(
            gift,
            "Здравствуйте, варежки и шапка из одной пряжи? Хочу подарить комплектом 🎁",
            "Дарья",
            new EmulatedGoodCard { NmId = 219006534, Price = 1290, Size = "S" },
            at: Ago(0.4),
            source: "rusite");
    }

    private static void FillPrices(EmulatedPrices prices)
    {
        prices.Add(new EmulatedProduct { NmId = 182340115, VendorCode = "pled-beige", Price = 3650, Discount = 40, ClubDiscount = 3 });
        prices.Add(new EmulatedProduct { NmId = 182340117, VendorCode = "pled-grey", Price = 3650, Discount = 40 });
        prices.Add(new EmulatedProduct
        {
            NmId = 204518733,
            VendorCode = "sweater",
            Price = 5750,
            Discount = 40,
            EditableSizePrice = true,
            Sizes = [new EmulatedProductSize { SizeId = 330114601, Name = "46" }, new EmulatedProductSize { SizeId = 330114602, Name = "48", Price = 5900 }],
        });
        prices.Add(new EmulatedProduct { NmId = 168902447, VendorCode = "mug", Price = 990, Discount = 30 });
        prices.Add(new EmulatedProduct { NmId = 155270981, VendorCode = "pillow", Price = 2540, Discount = 30 });
        prices.Add(new EmulatedProduct { NmId = 219006534, VendorCode = "mittens", Price = 1980, Discount = 35 });
    }

    private static void FillNews(EmulatedNews news, DateTimeOffset now)
    {
        KeyValuePair<int, string> marketing = new(4, "Маркетинг"), api = new(8, "API"), logistics = new(12, "Логистика"), finance = new(17, "Финансы");
        (string Header, string Content, KeyValuePair<int, string> Tag)[] items =
        [
            ("Новый склад принимает короба", "С понедельника склад в Самарской области принимает поставки в коробах. Запишитесь на приёмку заранее.", logistics),
            ("Чаты с покупателями: изменились лимиты", "Методы чата теперь отвечают чаще. Новые значения — в описании методов.", api),
            ("Как подготовить карточки к зиме", "Собрали пять советов: фотографии, размерная сетка, состав, уход, подарочная упаковка.", marketing),
            ("Отчёт о реализации: новая колонка", "В еженедельном отчёте появилась сумма, выплаченная по промокодам.", finance),
            ("Тестовый контур обновлён", "В песочнице появились данные для проверки рекламных кампаний.", api),
            ("Промокоды для постоянных покупателей", "Создайте промокод и отправьте его в чате тому, кто уже покупал у вас.", marketing),
            ("График работы складов в праздники", "С 30 декабря по 2 января приёмка идёт по сокращённому графику.", logistics),
            ("Выплаты перенесены на день раньше", "Из-за праздников выплаты за неделю придут в пятницу.", finance),
            ("Устаревшие методы отключаются", "Через месяц перестанут работать методы прошлой версии. Проверьте свои программы.", api),
            ("Акция «Тёплая неделя»", "Добавьте пледы, подушки и свитеры в акцию до среды.", marketing),
        ];
        for (int i = 0; i < items.Length; i++)
            news.Add(items[i].Header, items[i].Content, now.AddDays(i - items.Length), 7301 + (2 * i), [items[i].Tag]);
    }

    private static void FillPromotions(EmulatedPromotions promotions, DateTimeOffset now)
    {
        promotions.Add(new EmulatedPromotion
        {
            Id = 1101,
            Name = "Тёплая неделя",
            Description = "Пледы, подушки и свитеры со скидкой. Товары получат плашку и место на главной странице.",
            Advantages = ["Плашка", "Баннер", "Топ выдачи товаров"],
            StartsAt = now.AddDays(3),
            EndsAt = now.AddDays(10),
            Products =
            [
                new EmulatedPromotionProduct { NmId = 182340115, Price = 2190, PlanPrice = 1752, Discount = 10, PlanDiscount = 20, InAction = true },
                new EmulatedPromotionProduct { NmId = 182340117, Price = 2190, PlanPrice = 1752, Discount = 10, PlanDiscount = 20 },
                new EmulatedPromotionProduct { NmId = 204518733, Price = 3450, PlanPrice = 2415, Discount = 15, PlanDiscount = 30 },
                new EmulatedPromotionProduct { NmId = 219006534, Price = 1290, PlanPrice = 968, PlanDiscount = 25, HasStock = false },
            ],
        });
        promotions.Add(new EmulatedPromotion
        {
            Id = 1102,
            Name = "Автоакция: распродажа остатков",
            StartsAt = now.AddDays(-2),
            EndsAt = now.AddDays(5),
            IsAutomatic = true,
            Products = [new EmulatedPromotionProduct { NmId = 155270981, Price = 1780, PlanPrice = 1424, PlanDiscount = 20, InAction = true }],
        });
        promotions.Add(new EmulatedPromotion
        {
            Id = 1103,
            Name = "Скидки на электронику",
            StartsAt = now.AddDays(1),
            EndsAt = now.AddDays(8),
            IsAvailable = false,
        });
    }

    private static void FillAdverts(EmulatedAdverts adverts, DateTimeOffset now)
    {
        (long NmId, string Title, long SubjectId, string SubjectName, decimal Price, string[] Clusters)[] products =
        [
            (182340115, "Плед вязаный бежевый 150х200", 765, "Пледы", 2190, ["плед вязаный", "плед на диван", "плед бежевый"]),
            (182340117, "Плед вязаный серый 150х200", 765, "Пледы", 2190, ["плед вязаный", "плед на диван", "плед серый"]),
            (204518733, "Джемпер шерстяной женский", 192, "Джемперы", 3450, ["джемпер женский", "свитер шерстяной"]),
            (168902447, "Кружка керамическая 400 мл", 812, "Кружки", 690, ["кружка керамическая", "кружка в подарок"]),
            (155270981, "Подушка 50х70", 755, "Подушки", 1780, ["подушка 50х70", "подушка для сна"]),
            (219006534, "Варежки вязаные", 293, "Варежки", 1290, ["варежки женские", "варежки вязаные"]),
        ];
        foreach ((long nmId, string title, long subjectId, string subjectName, decimal price, string[] clusters) in products)
        {
            adverts.AddProduct(new EmulatedAdvertProduct
            {
                NmId = nmId,
                Title = title,
                SubjectId = subjectId,
                SubjectName = subjectName,
                Price = price,
                SearchClusters = clusters,
            });
        }

        adverts.AddPayment(15_000, type: 3, at: now.AddDays(-20));
        adverts.AddPayment(10_000, type: 1, at: now.AddDays(-6));
        adverts.AddPromoBonus(new EmulatedPromoBonus { Sum = 3_000, Percent = 50, ExpiresAt = now.AddDays(30) });
        adverts.Add(new EmulatedCampaign
        {
            Name = "Пледы: поиск",
            Status = 9,
            StartedAt = now.AddDays(-5),
            Budget = 20_000,
            SpendPerHour = 90,
            Products =
            [
                new EmulatedCampaignProduct
                {
                    NmId = 182340115,
                    SearchBidKopecks = 32_000,
                    ClusterBidsKopecks = new Dictionary<string, long> { ["плед вязаный"] = 41_000 },
                },
                new EmulatedCampaignProduct { NmId = 182340117, SearchBidKopecks = 28_000, MinusPhrases = ["плед на диван"] },
            ],
        });
        adverts.Add(new EmulatedCampaign
        {
            Name = "Зима: джемперы и варежки",
            Status = 9,
            IsUnified = true,
            InRecommendations = true,
            StartedAt = now.AddDays(-10),
            Budget = 6_000,
            SpendPerHour = 40,
            Products = [new EmulatedCampaignProduct { NmId = 204518733 }, new EmulatedCampaignProduct { NmId = 219006534 }],
        });
        adverts.Add(new EmulatedCampaign
        {
            Name = "Кружки в подарок",
            PaysPerClick = true,
            CreatedAt = now.AddDays(-1),
            Products = [new EmulatedCampaignProduct { NmId = 168902447 }],
        });
        adverts.Add(new EmulatedCampaign
        {
            Name = "Подушки: осень",
            Status = 7,
            CreatedAt = now.AddDays(-60),
            ChangedAt = now.AddDays(-30),
            Products = [new EmulatedCampaignProduct { NmId = 155270981 }],
        });
    }

    private static void FillMedia(EmulatedMediaCampaigns media, DateTimeOffset now)
    {
        media.Add(new EmulatedMediaCampaign
        {
            Name = "Тёплый дом: баннер на главной",
            Brand = "Тёплый дом",
            StartsAt = now.AddDays(-4),
            EndsAt = now.AddDays(10),
            Expenses = 14_000,
            Budget = 36_000,
            Banners = [new EmulatedBanner { Id = 68_080, NmIds = [182340115, 182340117] }],
        });
        media.Add(new EmulatedMediaCampaign
        {
            Name = "Осенняя распродажа",
            Brand = "Тёплый дом",
            Type = 1,
            Status = 7,
            StartsAt = now.AddDays(-40),
            EndsAt = now.AddDays(-33),
            Expenses = 50_000,
            Price = 50_000,
            Banners = [new EmulatedBanner { Id = 62_237, CategoryName = "Дом", Place = 2, ViewsPerDay = 4_000 }],
        });
    }

    private static void FillUsers(EmulatedUsers users)
    {
        users.Add(new EmulatedUser
        {
            Phone = "79990000001",
            Email = "lebedeva@example.com",
            FirstName = "Анна",
            SecondName = "Лебедева",
            Patronymic = "Сергеевна",
            Position = "Директор",
            IsOwner = true,
            GoodsReturn = true,
            Access = EmulatedUsers.Sections.ToHashSet(),
        });
        users.Add(new EmulatedUser
        {
            Phone = "79990000002",
            Email = "orlov@example.com",
            FirstName = "Павел",
            SecondName = "Орлов",
            Position = "Менеджер",
            GoodsReturn = true,
        });
        users.Add(new EmulatedUser
        {
            Phone = "79990000003",
            FirstName = "Вера",
            SecondName = "Соколова",
            Position = "Ответы покупателям",
            Access = new HashSet<string> { "sellersChat", "feedbacks", "questions" },
        });
        users.Invite("79990000004", "Бухгалтер", [("discountPrice", true)]);
    }
}
