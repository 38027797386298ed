FROM python:3.11-slim

RUN useradd --create-home bot
WORKDIR /app

COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY bot bot
COPY knowledge knowledge
RUN pip install --no-cache-dir -c constraints.txt -e '.[postgres]'
# What the examples of danger teach is learnt here once, not at each start.
RUN python -c "from bot.answering.safety import shipped; shipped()"
RUN mkdir data && chown bot data

USER bot
# The bot writes into /app/data alone, which should be a volume. The knowledge can be mounted over
# /app/knowledge and reloaded with /kb.
ENV MPLCONFIGDIR=/tmp
CMD ["python", "-m", "bot", "discord"]
