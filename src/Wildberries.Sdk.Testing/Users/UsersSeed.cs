namespace Wildberries.Sdk.Testing;

/// <summary>The people of a shop, one of them invited.</summary>
internal static class UsersSeed
{
    public static void Fill(EmulatedUsers users)
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
