namespace Wildberries.Sdk.Testing;

/// <summary>What buyers wrote about the things of a shop for the home.</summary>
internal static class FeedbacksSeed
{
    // The smallest picture that is what it says.
    private static readonly ReadOnlyMemory<byte> Photo = Convert.FromBase64String("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    public static void Fill(EmulatedFeedbacks feedbacks, DateTimeOffset now)
    {
        DateTimeOffset Ago(double hours) => now.AddHours(-hours);
        void Write(string id, double hours, EmulatedFeedback feedback) => feedbacks.BuyerWrites(feedback with { Id = id }, Ago(hours));

        feedbacks.TariffPins = new EmulatedPinLimit();
        Write("fB0aXk2QvT7nRwLs01Aa", 900, new EmulatedFeedback
        {
            NmId = 182340115,
            ProductName = "Плед вязаный, бежевый",
            VendorCode = "pled-beige",
            BuyerName = "Марина",
            Text = "Мягкий, тёплый, цвет как на фото. Беру второй!",
            BuyerTags = ["качество", "цвет"],
        });
        feedbacks.SellerAnswers("fB0aXk2QvT7nRwLs01Aa", "Марина, спасибо! Пусть греет.", Ago(890));
        Write("fB0aXk2QvT7nRwLs02Bb", 400, new EmulatedFeedback
        {
            NmId = 155270981,
            ProductName = "Подушка 50х70",
            VendorCode = "pillow-50",
            Stars = 4,
            BuyerName = "Светлана",
        });
        Write("fB0aXk2QvT7nRwLs03Cc", 26, new EmulatedFeedback
        {
            NmId = 168902447,
            ProductName = "Кружка 350 мл",
            VendorCode = "mug",
            Stars = 1,
            BuyerName = "Алёна",
            Text = "Пришла со сколом на ручке, хотя коробка целая. Подарок испорчен.",
            Cons = "Скол",
            Photos = [Photo],
            CanRequestReturn = true,
        });
        Write("fB0aXk2QvT7nRwLs04Dd", 20, new EmulatedFeedback
        {
            NmId = 204518733,
            ProductName = "Джемпер женский",
            VendorCode = "jumper",
            Stars = 3,
            BuyerName = "Ольга",
            Text = "Качество хорошее, но большемерит: обычно ношу 46, этот висит.",
            Pros = "Пряжа не колется",
            Cons = "Размер",
            Size = "46",
            SizeFit = "bigger",
            BuyerTags = ["размер"],
        });
        Write("fB0aXk2QvT7nRwLs05Ee", 5, new EmulatedFeedback
        {
            NmId = 182340117,
            ProductName = "Плед вязаный, серый",
            VendorCode = "pled-grey",
            Stars = 2,
            BuyerName = "Игорь",
            Text = "Заказывал серый, приехал бежевый.",
            OrderStatus = "returned",
        });
        Write("fB0aXk2QvT7nRwLs06Ff", 1, new EmulatedFeedback
        {
            NmId = 219006534,
            ProductName = "Варежки из мериноса",
            VendorCode = "mittens",
            BuyerName = "Дарья",
            Text = "Спасибо, дочка в восторге!",
            Pros = "Тёплые, красивая упаковка",
            Size = "S",
            SizeFit = "ok",
        });
    }
}
