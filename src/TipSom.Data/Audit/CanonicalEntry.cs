using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace TipSom.Data.Audit;

/// <summary>
/// An entry as the bytes that its link covers, as <c>audit.canonical</c> writes them: a version, and each column as its length and its text,
/// or "-" where there is none. Written here once more, so that who can change that function does not decide what passes.
/// </summary>
internal sealed class CanonicalEntry
{
    /// <summary>The columns read by <see cref="HashOf"/>, in its order.</summary>
    public const string Columns = """
        e.id, e.at, e.actor_id, e.actor_unit_id, e.agency_id, e.session_id, e.place, e.transaction_id, e.table_name, e.row_id, e.act, e.fields, e.detail
        """;

    private const byte Version = 1;

    private readonly ArrayBufferWriter<byte> written = new(1024), fields = new(256);

    /// <summary>The hash of the link before and the entry, as its own link must hold it.</summary>
    /// <param name="row">A row that holds <see cref="Columns"/>.</param>
    /// <param name="first">Where they begin.</param>
    /// <param name="previous">The hash of the link before.</param>
    public byte[] HashOf(NpgsqlDataReader row, int first, ReadOnlySpan<byte> previous)
    {
        written.ResetWrittenCount();
        written.Write(previous);
        written.Write([Version]);
        Number(row.GetInt64(first));
        Number((row.GetDateTime(first + 1).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        for (var i = first + 2; i <= first + 5; i++)
            Id(row, i);
        Text(row, first + 6);
        Number(row.GetInt64(first + 7));
        Text(row, first + 8);
        Id(row, first + 9);
        Text(row, first + 10);
        Fields(row.GetFieldValue<string?[]>(first + 11));
        Text(row, first + 12);
        return SHA256.HashData(written.WrittenSpan);
    }

    private void Number(long value)
    {
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, text, out var length);
        Part(written, text[..length]);
    }

    private void Id(NpgsqlDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            written.Write("-"u8);
            return;
        }

        Span<byte> text = stackalloc byte[36];
        Utf8Formatter.TryFormat(row.GetGuid(column), text, out _);
        Part(written, text);
    }

    private void Text(NpgsqlDataReader row, int column) => Text(written, row.IsDBNull(column) ? null : row.GetString(column));

    private void Fields(string?[] names)
    {
        fields.ResetWrittenCount();
        foreach (var name in names)
            Text(fields, name);
        Part(written, fields.WrittenSpan);
    }

    private static void Text(ArrayBufferWriter<byte> to, string? value)
    {
        if (value is null)
            to.Write("-"u8);
        else
            Part(to, Encoding.UTF8.GetBytes(value));
    }

    private static void Part(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> value)
    {
        Span<byte> length = stackalloc byte[12];
        Utf8Formatter.TryFormat(value.Length, length, out var digits);
        length[digits] = (byte)':';
        to.Write(length[..(digits + 1)]);
        to.Write(value);
    }
}
