using System.Text.RegularExpressions;
using System.Xml.Linq;
using TipSom.Domain.Referrals;

namespace TipSom.Domain.Tests.Documentation;

/// <summary>The summary sentences of the domain's own documentation, as Markdown.</summary>
internal static partial class Summary
{
    private static readonly Dictionary<string, XElement> Members = XDocument
        .Load(Path.ChangeExtension(typeof(Referral).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(m => m.Attribute("name")!.Value, m => m.Element("summary")!);

    public static string Of(Type type) => Text(Members[$"T:{type.FullName}"]);

    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => Text(Members[$"F:{typeof(TEnum).FullName}.{value}"]);

    private static string Text(XElement summary) => Spaces().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value.Split('.')[^1]}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        _ => throw new InvalidOperationException($"Say how {node} is shown.")
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
