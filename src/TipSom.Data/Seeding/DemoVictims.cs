using System.Globalization;
using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Victims;

namespace TipSom.Data.Seeding;

/// <summary>Invents who the people are: names put together from given names, numbers that were never issued, accounts that name no place.</summary>
internal sealed class DemoVictims(Random random, int firstNumber = 0)
{
    private static readonly (string Roman, string Urdu)[] Women =
    [
        ("Zarmina", "زرمینہ"), ("Gul Bano", "گل بانو"), ("Shabnam", "شبنم"), ("Rukhsana", "رخسانہ"), ("Nasreen", "نسرین"), ("Mehwish", "مہوش"),
        ("Saima", "صائمہ"), ("Kiran", "کرن"), ("Bushra", "بشریٰ"), ("Aneela", "انیلہ"), ("Tahira", "طاہرہ"), ("Naila", "نائلہ"),
        ("Parveen", "پروین"), ("Sumbal", "سنبل"), ("Rabia", "رابعہ"), ("Yasmin", "یاسمین"), ("Hina", "حنا"), ("Lubna", "لبنیٰ")
    ];

    private static readonly (string Roman, string Urdu)[] Men =
    [
        ("Bilal", "بلال"), ("Sajid", "ساجد"), ("Nadeem", "ندیم"), ("Rafiq", "رفیق"), ("Waqas", "وقاص"), ("Arshad", "ارشد"),
        ("Zubair", "زبیر"), ("Khalid", "خالد"), ("Junaid", "جنید"), ("Shahbaz", "شہباز"), ("Ghulam Nabi", "غلام نبی"), ("Allah Ditta", "اللہ دتہ"),
        ("Mushtaq", "مشتاق"), ("Faheem", "فہیم"), ("Rashid", "راشد"), ("Tanveer", "تنویر"), ("Hameed", "حمید"), ("Sarfraz", "سرفراز")
    ];

    private static readonly (string Roman, string Urdu)[] SecondOfWomen = [("Bibi", "بی بی"), ("Kausar", "کوثر"), ("Akhtar", "اختر"), ("Begum", "بیگم"), ("", "")];
    private static readonly (string Roman, string Urdu)[] SecondOfMen = [("Ahmad", "احمد"), ("Hussain", "حسین"), ("Ali", "علی"), ("Masih", "مسیح"), ("", "")];

    /// <summary>Every given name that is used, in both scripts.</summary>
    public static IReadOnlyList<(string Roman, string Urdu)> GivenNames { get; } = [.. Women, .. Men];

    /// <summary>Every second name that is used, in both scripts.</summary>
    public static IReadOnlyList<(string Roman, string Urdu)> SecondNames { get; } = [.. SecondOfWomen.Concat(SecondOfMen).Where(n => n.Roman.Length > 0)];

    private static readonly string[] InsideAccounts =
    [
        "Was promised housework with pay. Wages were kept and the door was locked at night.",
        "The family works at a brick kiln against an advance that never gets smaller.",
        "Was made to beg at traffic lights and hand over everything in the evening.",
        "Came to the station alone. Says the employer keeps the papers and owes eight months of wages.",
        "Found during a visit to a workshop. Sleeps on the floor beside the machines.",
        "A neighbour called the helpline. The person had not left the house for weeks.",
        "گھر کے کام کا وعدہ کیا گیا تھا۔ اجرت نہیں ملی اور باہر جانے کی اجازت نہیں تھی۔",
        "ہوٹل میں بغیر تنخواہ کام لیا جاتا رہا۔ کاغذات مالک کے پاس ہیں۔"
    ];

    private static readonly string[] AcrossAccounts =
    [
        "An agent promised work abroad and kept the passport after arrival. Returned last week.",
        "Recruited by message for an office job, then held in a house until a debt was paid.",
        "Was stopped at the airport with papers for other work than was promised.",
        "ایجنٹ نے بیرونِ ملک ملازمت کا وعدہ کیا اور پاسپورٹ اپنے پاس رکھ لیا۔"
    ];

    private static readonly string[] SmugglingAccounts =
    [
        "Paid an agent for a journey by land and was left behind near the border.",
        "Returned by the coast guard with a group. The agent still asks the family for money.",
        "ایجنٹ کو زمینی راستے کے لیے رقم دی، سرحد کے قریب چھوڑ دیا گیا۔"
    ];

    private int numbers = firstNumber;

    /// <summary>An identity, in one script or the other, with as much of it as a station usually learns.</summary>
    public IdentityDetails Identity(Sex sex)
    {
        numbers++;
        // Whether a person is written down in Urdu or in Roman letters depends on who writes.
        var urdu = random.Next(100) < 45;
        var given = sex switch
        {
            Sex.Female => Named(Women, SecondOfWomen, urdu),
            Sex.Male => Named(Men, SecondOfMen, urdu),
            _ => Named(random.Next(2) == 0 ? Women : Men, [("", "")], urdu)
        };
        return new IdentityDetails(
            random.Next(100) < 94 ? given : null,
            random.Next(100) < 70 ? Named(Men, SecondOfMen, urdu) : null,
            // No office issues numbers that begin with 9.
            random.Next(100) < 60 ? string.Create(CultureInfo.InvariantCulture, $"90000{numbers:D7}{random.Next(10)}") : null,
            random.Next(100) < 55 ? string.Create(CultureInfo.InvariantCulture, $"0399-{numbers:D7}") : null);
    }

    /// <summary>A short account of what happened; sometimes none was written.</summary>
    public string? Account(CaseFacts facts) => random.Next(100) < 12 ? null : facts switch
    {
        { Kind: CaseKind.Smuggling } => Pick(SmugglingAccounts),
        { Border: BorderCrossing.AcrossBorder } => Pick(AcrossAccounts),
        _ => Pick(InsideAccounts)
    };

    /// <summary>What was answered when consent was asked.</summary>
    public ConsentAnswer Answer(PersonFacts person, bool isGiven, string districtCode)
    {
        var roll = random.Next(100);
        var basis = person.Age.CountsAsChild
            ? roll switch { < 70 => ConsentBasis.ChildProtectionAuthority, < 94 => ConsentBasis.Guardian, _ => ConsentBasis.CourtOrder }
            : roll < 95 ? ConsentBasis.OwnConsent : ConsentBasis.CourtOrder;
        var form = basis switch
        {
            ConsentBasis.OwnConsent or ConsentBasis.Guardian => Pick(ConsentForm.Spoken, ConsentForm.Signed, ConsentForm.ThumbImpression),
            _ => ConsentForm.WrittenOrder
        };
        DataCategory[] shared = [DataCategory.Needs, .. Enum.GetValues<DataCategory>().Where(c => random.Next(100) < (c == DataCategory.IdentityNumber ? 65 : 88))];
        var language = districtCode.StartsWith("SD-", StringComparison.Ordinal) ? Pick("snd", "urd", "urd", "bal") : Pick("pnb", "pnb", "urd", "skr", "pus");
        return new ConsentAnswer(
            isGiven, basis, form, basis == ConsentBasis.Guardian ? GuardianInvolvement.No : GuardianInvolvement.NotAsked,
            language, language is "pus" or "bal", [], shared, null)
        {
            // Nine of ten let data without a name serve research.
            Purposes = roll % 10 > 0 ? [ConsentPurpose.Services, ConsentPurpose.Research] : [ConsentPurpose.Services]
        };
    }

    private string Named((string Roman, string Urdu)[] given, (string Roman, string Urdu)[] second, bool urdu)
    {
        var (first, last) = (Pick(given), Pick(second));
        return (urdu ? $"{first.Urdu} {last.Urdu}" : $"{first.Roman} {last.Roman}").Trim();
    }

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
