using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace TipSom.Web.TagHelpers;

/// <summary>A text as a QR code, drawn in the page: no request, no style, no script. Black on white whatever the screen's colours.</summary>
[HtmlTargetElement("ts-qr", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class QrTagHelper : TagHelper
{
    public required string Text { get; set; }

    /// <summary>What the picture is, for who does not see it.</summary>
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count.ToString(CultureInfo.InvariantCulture);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        Html.AddClass(output, "qr");
        output.Attributes.SetAttribute("viewBox", $"0 0 {size} {size}");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("shape-rendering", "crispEdges");
        output.Content.AppendHtml(Shape("rect", ("width", size), ("height", size), ("fill", "#fff")));
        output.Content.AppendHtml(Shape("path", ("d", Path(code)), ("fill", "#000")));
    }

    // Each run of dark modules in a row is one bar.
    private static string Path(QRCodeData code)
    {
        var path = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
        {
            for (var x = 0; x < row.Count; x++)
            {
                if (!row[x])
                    continue;
                var start = x;
                while (x + 1 < row.Count && row[x + 1])
                    x++;
                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start + 1}v1h-{x - start + 1}z");
            }
        }

        return path.ToString();
    }

    private static TagBuilder Shape(string name, params (string Name, string Value)[] attributes)
    {
        var shape = new TagBuilder(name) { TagRenderMode = TagRenderMode.SelfClosing };
        foreach (var (attribute, value) in attributes)
            shape.MergeAttribute(attribute, value);
        return shape;
    }
}
