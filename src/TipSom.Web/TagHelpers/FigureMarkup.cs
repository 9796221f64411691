using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using TipSom.Web.Plots;
using TipSom.Web.Tables;

namespace TipSom.Web.TagHelpers;

/// <summary>A table of figures as markup: what is missing says so, and a range keeps its order in an Urdu line.</summary>
public static class FigureMarkup
{
    /// <param name="table">The figures; its title is the caption.</param>
    /// <param name="texts">Words of the portal.</param>
    /// <param name="showsTitle">Whether the caption is seen; where a heading says the same it is only heard.</param>
    public static TagBuilder TableOf(FigureTable table, IStringLocalizer<Ui> texts, bool showsTitle = false)
    {
        var head = Html.Element("tr", null, null);
        foreach (var (i, column) in table.Columns.Index())
            head.With(Headed(Html.Element("th", IsOfWords(table, i) ? null : "number", null), "col").With(Held(column)));
        var body = Html.Element("tbody", null, null);
        foreach (var row in table.Rows)
        {
            var line = Html.Element("tr", null, null);
            foreach (var (i, cell) in row.Index())
                line.With(i == 0 ? Headed(Html.Element("th", null, null), "row").With(Held(cell.Shown ?? "")) : CellOf(cell, IsOfWords(table, i), texts));
            body.With(line);
        }

        return Html.Element("table", null, null).With(Html.Element("caption", showsTitle ? null : "hidden", table.Title)).With(Html.Element("thead", null, null).With(head)).With(body);
    }

    /// <summary>Text in which ranges and numbers keep their order.</summary>
    public static IHtmlContent Held(string text)
    {
        var held = new HtmlContentBuilder();
        foreach (var (piece, isLeftToRight) in Bidi.Pieces(text))
        {
            if (!isLeftToRight)
            {
                held.Append(piece);
                continue;
            }

            var isolated = Html.Element("bdi", null, piece);
            isolated.MergeAttribute("dir", "ltr");
            held.AppendHtml(isolated);
        }

        return held;
    }

    // The first column names the rows; a further one is of words where it holds any but the dash of nothing.
    private static bool IsOfWords(FigureTable table, int column) =>
        column == 0 || table.Rows.Any(row => row[column].Text is { Length: > 1 });

    private static TagBuilder CellOf(TableCell cell, bool isOfWords, IStringLocalizer<Ui> texts)
    {
        var held = Html.Element("td", isOfWords ? null : "number", null);
        return cell.IsMissing ? held.With(Html.Element("span", "muted", texts["Not available"])) : held.With(Held(cell.Shown!));
    }

    private static TagBuilder Headed(TagBuilder cell, string scope)
    {
        cell.MergeAttribute("scope", scope);
        return cell;
    }
}
