#!/usr/bin/env python3
"""Publishes a file to the submission exchange as an integrator would, without message id, and prints the result.

usage: publish.py AMQP-URL FILE [--content-type TYPE] [--message-id ID] [--unbound]
"""
import argparse
import sys
import uuid

import pika

parser = argparse.ArgumentParser()
parser.add_argument("url")
parser.add_argument("file")
parser.add_argument("--content-type", default="application/json")
parser.add_argument("--message-id")
parser.add_argument("--unbound", action="store_true", help="do not bind the reply queue to the exchange of results")
options = parser.parse_args()

connection = pika.BlockingConnection(pika.URLParameters(options.url))
channel = connection.channel()
channel.confirm_delivery()
replies = "client-python-" + uuid.uuid4().hex
channel.queue_declare(replies, exclusive=True)
if not options.unbound:
    channel.exchange_declare("newsmonitor.submission-result", exchange_type="direct", durable=True)
    channel.queue_bind(replies, "newsmonitor.submission-result", routing_key=replies)

with open(options.file, "rb") as file:
    body = file.read()
channel.basic_publish(
    exchange="newsmonitor.article-submitted",
    routing_key="",
    body=body,
    properties=pika.BasicProperties(
        content_type=options.content_type or None,
        message_id=options.message_id,
        reply_to=replies,
        correlation_id="41",
    ),
    mandatory=True,
)
for method, properties, reply in channel.consume(replies, inactivity_timeout=60):
    if method is None:
        sys.exit("no result within 60 s")
    if properties.correlation_id != "41":
        sys.exit(f"correlation id {properties.correlation_id!r} instead of '41'")
    channel.basic_ack(method.delivery_tag)
    print(reply.decode())
    break
connection.close()
