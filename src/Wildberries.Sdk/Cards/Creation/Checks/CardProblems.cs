using System.Globalization;

namespace Wildberries.Sdk.Cards;

/// <summary>What people are told of problems with new cards, in both languages. A test holds that every code has both texts.</summary>
internal static class CardProblems
{
    // Made here: a program without ICU data has no Russian culture.
    private static readonly CultureInfo Russian = new("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = " " } };

    internal static IReadOnlyDictionary<CardFault, (string English, string Russian)> Texts { get; } = new Dictionary<CardFault, (string, string)>
    {
        [CardFault.CardMissing] = ("There is no card at this place of the group.", "На этом месте в группе нет карточки."),
        [CardFault.GroupEmpty] = ("The group has no cards; it has 1 to {0}.", "В группе нет карточек, а их должно быть от 1 до {0}."),
        [CardFault.GroupTooLarge] = ("The group would have {0} cards; WB merges at most {1}.", "Карточек в группе было бы {0}, а объединить можно не больше {1}."),
        [CardFault.GroupAlike] = (
            "It has the same characteristics as \"{0}\" of its group; merged cards differ in one at least.",
            "Характеристики те же, что у карточки «{0}» из этой группы, а у объединённых карточек должна отличаться хотя бы одна."),
        [CardFault.GroupRefused] = (
            "Another card of its group is refused; a group is created as a whole or not at all.",
            "Другая карточка группы не подходит, а группа создаётся только целиком."),
        [CardFault.TargetUnknown] = ("There is no card or group {0} in the list.", "В списке нет карточки или группы с imtID {0}."),
        [CardFault.RequestTooLarge] = (
            "The group takes {0:N0} bytes of a request; WB takes at most {1:N0}.", "Группа занимает в запросе {0:N0} байт, а WB принимает не больше {1:N0}."),
        [CardFault.SubjectUnknown] = ("WB has no characteristics for the subject {0}.", "У WB нет характеристик предмета {0}."),
        [CardFault.ArticleMissing] = ("The article is missing; it has 1 to {0} characters.", "Не указан артикул продавца: в нём может быть от 1 до {0} знаков."),
        [CardFault.ArticleTooLong] = ("The article has {0:N0} characters; WB takes at most {1}.", "Знаков в артикуле: {0:N0}, а можно не больше {1}."),
        [CardFault.ArticleRepeated] = (
            "Another card has the article already: card {1} of group {0}, counted from 0.", "Такой артикул уже есть: группа {0}, карточка {1}, считая с нуля."),
        [CardFault.TitleTooLong] = ("The title has {0:N0} characters; WB takes at most {1}.", "Знаков в наименовании: {0:N0}, а можно не больше {1}."),
        [CardFault.DescriptionTooLong] = (
            "The description has {0:N0} characters; WB takes at most {1:N0}.", "Знаков в описании: {0:N0}, а можно не больше {1:N0}."),
        [CardFault.DescriptionMayBeTooLong] = (
            "The description has {0:N0} characters; the limit is {1:N0} to {2:N0}, by category.",
            "Знаков в описании: {0:N0}, а предел зависит от категории: от {1:N0} до {2:N0}."),
        [CardFault.TextMalformed] = ("It has {0}.", "В тексте есть повреждённый символ ({0})."),
        [CardFault.CharacteristicMissing] = ("\"{0}\" is required.", "Не заполнена обязательная характеристика «{0}»."),
        [CardFault.CharacteristicUnknown] = ("The subject has no characteristic {0}.", "У предмета нет характеристики {0}."),
        [CardFault.CharacteristicRepeated] = ("\"{0}\" stands in the list twice.", "Характеристика «{0}» указана дважды."),
        [CardFault.CharacteristicUnused] = ("WB does not use \"{0}\".", "Характеристика «{0}» у WB не используется."),
        [CardFault.CharacteristicIsMember] = (
            "\"{0}\" is a member of the card itself and does not belong in the list.", "«{0}» — отдельное поле карточки, в списке характеристик ему не место."),
        [CardFault.CharacteristicWithoutValue] = ("\"{0}\" has no value.", "У характеристики «{0}» нет значения."),
        [CardFault.CharacteristicNotTexts] = ("\"{0}\" is to be a list of texts.", "Характеристика «{0}» должна быть списком строк."),
        [CardFault.CharacteristicNotNumber] = ("\"{0}\" is to be a number.", "Характеристика «{0}» должна быть числом."),
        [CardFault.CharacteristicTooManyValues] = (
            "\"{0}\" has {1} values; WB takes at most {2}.", "Значений у характеристики «{0}»: {1}, а можно не больше {2}."),
        [CardFault.SizeAmbiguous] = (
            "The size \"{0}\" is missing or stands there twice; of several sizes each has a name of its own.",
            "Размер «{0}» пуст или указан дважды: если размеров несколько, у каждого своё название."),
        [CardFault.BarcodeMalformed] = (
            "A barcode is blank, or has a space or a control character: \"{0}\".", "Баркод «{0}» пуст, или в нём есть пробел или управляющий символ."),
        [CardFault.BarcodeRepeated] = ("The barcode {0} stands there already, at \"{1}\".", "Баркод {0} уже указан у «{1}»."),
        [CardFault.BarcodeCheckDigit] = (
            "The last digit of the barcode {0} does not follow from the others.", "Последняя цифра баркода {0} не сходится с остальными."),
        [CardFault.DimensionsMissing] = (
            "Length, width, height or weight with the packaging is missing: WB takes 0.", "Не указаны длина, ширина, высота или вес с упаковкой: WB запишет 0."),
        [CardFault.LimitExceeded] = (
            "The seller may have {0:N0} cards and has {1:N0}; this one is too many.", "Продавцу доступно карточек: {0:N0}, уже есть {1:N0}; для этой места нет."),
    };

    public static CardProblem Error(CardFault fault, string member, params object[] values) => Of(fault, false, member, values);

    public static CardProblem Warning(CardFault fault, string member, params object[] values) => Of(fault, true, member, values);

    private static CardProblem Of(CardFault fault, bool isWarning, string member, object[] values)
    {
        (string english, string russian) = Texts[fault];
        return new CardProblem
        {
            Fault = fault,
            IsWarning = isWarning,
            Member = member,
            Message = string.Format(CultureInfo.InvariantCulture, english, values),
            RussianMessage = string.Format(Russian, russian, values),
        };
    }
}
