namespace Wildberries.Sdk.Testing;

/// <summary>What buyers ask about the things of a shop for the home.</summary>
internal static class QuestionsSeed
{
    public static void Fill(EmulatedQuestions questions, DateTimeOffset now)
    {
        questions.BuyerAsks(
            new EmulatedQuestion { Id = "qU7mXw1KdP4sEnZt01Aa", NmId = 182340115, ProductName = "Плед вязаный, бежевый", VendorCode = "pled-beige", Text = "Его можно стирать в машине?" },
            now.AddHours(-120));
        questions.SellerAnswers("qU7mXw1KdP4sEnZt01Aa", "Здравствуйте! Да, при 30 градусах, без отжима.", now.AddHours(-118));
        questions.BuyerAsks(
            new EmulatedQuestion { Id = "qU7mXw1KdP4sEnZt02Bb", NmId = 204518733, ProductName = "Джемпер женский", VendorCode = "jumper", Text = "Какая длина рукава у 48 размера?" },
            now.AddHours(-7));
        questions.BuyerAsks(
            new EmulatedQuestion { Id = "qU7mXw1KdP4sEnZt03Cc", NmId = 155270981, ProductName = "Подушка 50х70", VendorCode = "pillow-50", Text = "Наполнитель не сбивается после стирки?" },
            now.AddHours(-2));
    }
}
