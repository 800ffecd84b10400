namespace Wildberries.Sdk.Testing;

/// <summary>The chats of a shop that sells things for the home.</summary>
internal static class BuyerChatSeed
{
    // The smallest files that are what they say.
    private static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA"
        + "/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z");

    private static readonly byte[] Pdf = "%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8
        .ToArray();

    public static void Fill(EmulatedChats chats, DateTimeOffset now)
    {
        DateTimeOffset Ago(double hours) => now.AddHours(-hours);

        const string thanks = "1:7c0a1f52-6f7b-4e0d-8f1a-0f5f2c9b1e01";
        chats.BuyerWrites(
            thanks,
            "Плед пришёл, очень мягкий и тёплый. Спасибо большое!",
            "Марина",
            new EmulatedGoodCard { NmId = 182340115, PriceHundredths = 219_000, Size = "150х200" },
            at: Ago(70),
            source: "ios");
        chats.SellerWrites(thanks, "Марина, спасибо за добрые слова! Будем рады видеть вас снова.", Ago(69.5));

        const string size = "1:7c0a1f52-6f7b-4e0d-8f1a-0f5f2c9b1e02";
        chats.BuyerWrites(
            size,
            "Здравствуйте! Подскажите, джемпер 46 размера подойдёт на рост 172? Боюсь, что рукава будут короткие.",
            "Ольга",
            new EmulatedGoodCard { NmId = 204518733, PriceHundredths = 345_000, Size = "46" },
            at: Ago(30),
            source: "android");
        chats.SellerWrites(size, "Ольга, добрый день! Рукав 62 см, на ваш рост будет впору.", Ago(29));
        chats.BuyerWrites(size, "А если плечи широкие, лучше взять 48?", at: Ago(26), source: "android");

        const string defect = "1:7c0a1f52-6f7b-4e0d-8f1a-0f5f2c9b1e03";
        chats.BuyerWrites(
            defect,
            "Кружка пришла со сколом на ручке, упаковка была целая. Очень расстроена, брала в подарок. Фото прикладываю.",
            "Алёна",
            new EmulatedGoodCard { NmId = 168902447, PriceHundredths = 69_000 },
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
            new EmulatedGoodCard { NmId = 155270981, PriceHundredths = 178_000, Size = "50х70" },
            at: Ago(5),
            source: "ios");

        const string colour = "1:7c0a1f52-6f7b-4e0d-8f1a-0f5f2c9b1e05";
        chats.BuyerWrites(
            colour,
            "Пришёл не тот цвет: заказывал серый плед, а в пакете бежевый. Можно обменять?",
            "Игорь",
            new EmulatedGoodCard { NmId = 182340117, PriceHundredths = 219_000, Size = "150х200" },
            at: Ago(2));
        chats.SellerWrites(colour, "Игорь, извините за ошибку! Оформите возврат, а мы подберём для вас серый.", Ago(1.5));
        chats.BuyerWrites(colour, "Хорошо, спасибо. А скидка на повторный заказ будет?", at: Ago(1.2));

        const string gift = "1:7c0a1f52-6f7b-4e0d-8f1a-0f5f2c9b1e06";
        chats.BuyerWrites(
            gift,
            "Здравствуйте, варежки и шапка из одной пряжи? Хочу подарить комплектом 🎁",
            "Дарья",
            new EmulatedGoodCard { NmId = 219006534, PriceHundredths = 129_000, Size = "S" },
            at: Ago(0.4),
            source: "rusite");
    }
}
