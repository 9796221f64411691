using System.Globalization;
using System.Text.RegularExpressions;

namespace TipSom.Web.Security;

/// <summary>Says on the trail which page it was: by its template, never by its address, which may name a record.</summary>
public static partial class AuditCodes
{
    private const int Longest = 80;

    /// <summary>The answer and the page, such as <c>404 /cases/:number</c>.</summary>
    public static string OfPage(Endpoint? page, int status)
    {
        var template = (page as RouteEndpoint)?.RoutePattern.RawText ?? "";
        var path = Unknown().Replace(Parameter().Replace(template.TrimStart('/'), ":$1"), "");
        var code = string.Create(CultureInfo.InvariantCulture, $"{status} /{path}");
        return code.Length > Longest ? code[..Longest] : code;
    }

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Parameter();

    [GeneratedRegex("[^A-Za-z0-9 ._:/-]", RegexOptions.NonBacktracking)]
    private static partial Regex Unknown();
}
