using System.Globalization;
using System.Text;

namespace TipSom.TestSupport;

/// <summary>A register made by counting: every line another person, three in four of them a case of their own.</summary>
public static class Register
{
    public const string Heading = "case,date,kind,district,border,fir,sex,age,name,father,cnic,phone,facts";

    public static byte[] Of(int people)
    {
        var text = new StringBuilder().AppendLine(Heading);
        for (var i = 1; i <= people; i++)
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{(i % 8 < 2 ? $"raid {i / 8}" : "")},2025-{i % 12 + 1:D2}-{i % 28 + 1:D2},TIP,Lahore,no,{i}/2025,{(i % 3 == 0 ? "عورت" : "M")},{i % 60 + 8},{Name(i)},Father of {i},9{i:D12},0300{i:D7},\"Found at kiln {i}, kept for a debt.\"");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"Registercanary {i}");
}
