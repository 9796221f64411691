using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using TipSom.Web.Plots;

namespace TipSom.Web.TagHelpers;

/// <summary>
/// A plot with its title, its notes, the same figures as a table, and its files. <c>address</c> is where the page gives it out: that answers
/// <c>format=svg</c> and <c>format=csv</c>; without one there are no files.
/// </summary>
[HtmlTargetElement("ts-plot", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PlotTagHelper(IStringLocalizer<Ui> texts, IFileVersionProvider versions) : TagHelper
{
    private const string Script = "/js/plots.js";

    // Counts the plots of a request: their ids differ.
    private static readonly object Count = new();

    // The script comes with the first plot that has files.
    private static readonly object Scripted = new();

    public required Plot For { get; set; }

    public string? Address { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var items = ViewContext.HttpContext.Items;
        var number = items[Count] is int before ? before + 1 : 1;
        items[Count] = number;
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        Html.AddClass(output, "plot-figure");
        output.Content.AppendHtml(Html.Element("figcaption", null, For.Title));
        output.Content.AppendHtml(PlotSvg.InPage(For, string.Create(CultureInfo.InvariantCulture, $"plot-{number}"), texts));
        var table = For.ToTable(texts);
        foreach (var note in For.Notes)
            output.Content.AppendHtml(Html.Element("p", "hint", null).With(FigureMarkup.Held(note)));
        output.Content.AppendHtml(Html.Element("details", "plot-table", null)
            .With(Html.Element("summary", null, texts["The figures as a table"]).With(Html.Element("span", "hidden", ": " + For.Title)))
            .With(FigureMarkup.TableOf(table, texts)));
        // Razor hands over an attribute whose value is null as an empty text.
        if (!string.IsNullOrEmpty(Address))
            output.Content.AppendHtml(Files(items.TryAdd(Scripted, true)));
    }

    private HtmlContentBuilder Files(bool isFirst)
    {
        var files = Html.Element("p", "plot-files no-print", null);
        var picture = FileAt(PlotFormat.Svg);
        var bitmap = Link(picture, texts["Picture (PNG)"]);
        // Made by the browser, which alone knows how Urdu is set: without a script there is none to offer.
        bitmap.MergeAttribute("data-png", "");
        bitmap.MergeAttribute("hidden", "hidden");
        files.With(Link(picture, texts["Picture (SVG)"])).With(bitmap).With(Link(FileAt(PlotFormat.Csv), texts["Figures (CSV)"]));
        var all = new HtmlContentBuilder().AppendHtml(files);
        if (isFirst)
        {
            var script = new TagBuilder("script");
            script.MergeAttribute("src", versions.AddFileVersionToPath(ViewContext.HttpContext.Request.PathBase, Script));
            script.MergeAttribute("defer", "defer");
            all.AppendHtml(script);
        }

        return (HtmlContentBuilder)all;
    }

    private TagBuilder Link(string address, string label)
    {
        var link = Html.Element("a", null, label);
        link.MergeAttribute("href", address);
        return link.With(Html.Element("span", "hidden", ": " + For.Title));
    }

    private string FileAt(PlotFormat format) =>
        $"{Address}{(Address!.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format={(format == PlotFormat.Svg ? "svg" : "csv")}";
}
